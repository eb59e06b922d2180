using System.Text.RegularExpressions;

namespace OutletBot.EndToEnd;

/// <summary>Conversations that go on and on.</summary>
public sealed partial class LongConversationTests(RulesOnSqlite fixture) : IClassFixture<RulesOnSqlite>
{
    private const int LargestState = 10_000;
    private const int OftenInTheSameWords = 2;

    // A lead who chats and asks on the way to an appointment, and goes on afterwards.
    private static readonly string[] Booking =
    [
        "Hola", "vi su anuncio en Facebook", "¿qué servicios ofrecen?", "soy Carlos", "tengo un restaurante en el centro, lo abrió mi papá hace veinte años", "¿eres un robot?", "no me llegan clientes entre semana", "jajaja",
        "quiero llenar las mesas los lunes y los martes, que es cuando más vacío está el local", "¿cuánto cuesta?", "unos quinientos al mes", "¿dan garantía?", "carlos@restaurante.mx", "¿y hacen videos?", "el segundo",
    ];

    private static readonly string[] Afterwards =
    [
        "gracias", "¿dónde están ubicados?", "¿a qué hora era la cita?", "¿cuánto tardan en verse los resultados?", "ya le conté a mi socio y le gustó mucho la idea, dice que los lunes sí nos hace falta gente", "¿qué servicios ofrecen?", "ok",
    ];

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    public async Task A_conversation_of_many_messages_stays_small_and_asks_nothing_over_and_over(int messages)
    {
        var site = fixture.Site;
        var lead = await site.NewLeadAsync();
        for (var at = 1; at <= messages / 2; at++)
        {
            await lead.SayAsync(at <= Booking.Length ? Booking[at - 1] : Afterwards[(at - Booking.Length - 1) % Afterwards.Length]);
            await lead.HearsAsync(at, seconds: 60);
        }

        await site.HandledAsync();
        (await Stored.StateSizesAsync(site.ConnectionString, lead.Id)).ShouldNotBeEmpty();
        (await Stored.StateSizesAsync(site.ConnectionString, lead.Id)).ShouldAllBe(size => size < LargestState);
        var heard = await lead.HeardAsync();
        heard.Count.ShouldBe(messages / 2);
        heard.SelectMany(reply => Question().Matches(reply)).GroupBy(question => question.Value, StringComparer.OrdinalIgnoreCase)
            .Where(asked => asked.Count() > OftenInTheSameWords).Select(asked => $"{asked.Count()} times {asked.Key}").ShouldBeEmpty();
    }

    [GeneratedRegex("¿[^?]+\\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();
}
