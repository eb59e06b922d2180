using System.Collections.Concurrent;

namespace OutletBot.Chaos;

/// <summary>A message that a lead, or a person of the agency, wrote, and when a gateway acked it.</summary>
internal sealed record Written(string Id, string Text, DateTimeOffset SentAt, DateTimeOffset? AckedAt);

/// <summary>A lead and all that was written to the bot in its conversation.</summary>
internal sealed class Lead(string location, string contact, string[][] script, bool personComes)
{
    public string Location => location;

    public string Contact => contact;

    /// <summary>Turns; each is one or several fragments.</summary>
    public string[][] Script => script;

    public bool PersonComes => personComes;

    public ConcurrentQueue<Written> Messages { get; } = new();

    public Written? Person { get; set; }
}

/// <summary>Lets scripted leads write, several at a time, each waiting for an answer before it writes on.</summary>
internal sealed class Leads(Rig rig, Sender sender, Ledger ledger, RunOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Random _random = new(options.Seed);
    private int _number;

    public ConcurrentQueue<Lead> All { get; } = new();

    public async Task WriteAsync(CancellationToken ending)
    {
        await Task.WhenAll(Enumerable.Range(0, options.Leads).Select(async _ =>
        {
            while (!ending.IsCancellationRequested) await LiveAsync(ending);
        }));
    }

    private async Task LiveAsync(CancellationToken ending)
    {
        Lead lead;
        Random chance;
        lock (_random)
        {
            var number = ++_number;
            chance = new Random(_random.Next());
            var (script, person) = Scripts.Pick(chance, number);
            lead = new Lead(Rig.Locations[number % Rig.Locations.Length], $"lead-{options.Seed}-{number}", script, person);
        }

        All.Enqueue(lead);
        for (var turn = 0; turn < lead.Script.Length && !ending.IsCancellationRequested; turn++)
        {
            var begun = TimeProvider.System.GetUtcNow();
            foreach (var fragment in lead.Script[turn])
            {
                await SendAsync(lead, fragment, copies: chance.Next(4) == 0 ? 3 : 1);
                await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(20, 200)), TimeProvider.System, CancellationToken.None);
            }

            if (lead.PersonComes && turn == 1) await PersonAsync(lead);
            if (lead.Person is null) await AnswerAsync(lead, begun, ending);
        }
    }

    /// <summary>Writes in the CRM first, as a real message is there before its webhook comes.</summary>
    private async Task SendAsync(Lead lead, string text, int copies)
    {
        var typed = await rig.TellSimulatorAsync(HttpMethod.Post, $"leads/{lead.Contact}/messages", new { text, locationId = lead.Location, deliver = false });
        var id = typed.GetProperty("messages")[0].GetProperty("messageId").GetString()!;
        var at = TimeProvider.System.GetUtcNow();
        var body = new { contactId = lead.Contact, message = text, locationId = lead.Location, id, phone = "+15125550123" };
        var acked = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => sender.PostAsync("/webhook/meta-lead", body)));
        lead.Messages.Enqueue(new Written(id, text, at, acked.Min()));
    }

    private async Task PersonAsync(Lead lead)
    {
        var id = $"person-{Guid.NewGuid():N}";
        var at = TimeProvider.System.GetUtcNow();
        var acked = await sender.PostAsync("/webhook/ghl", new
        {
            type = "OutboundMessage",
            locationId = lead.Location,
            contactId = lead.Contact,
            messageId = id,
            messageType = "WhatsApp",
            direction = "outbound",
            source = "app",
            userId = "user-1",
            body = "Hola, le escribe una persona.",
        });
        lead.Person = new Written(id, "", at, acked);
    }

    private async Task AnswerAsync(Lead lead, DateTimeOffset since, CancellationToken ending)
    {
        while (TimeProvider.System.GetUtcNow() - since < Patience && !ending.IsCancellationRequested)
        {
            if (ledger.Of(lead.Contact).Any(e => e is { Kind: "outbound", Source: "api" } && e.At > since)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
        }
    }
}

/// <summary>What leads say.</summary>
internal static class Scripts
{
    public static (string[][] Script, bool PersonComes) Pick(Random chance, int number) => chance.Next(8) switch
    {
        0 => ([["Hola"], ["STOP"]], false),
        1 => ([["Hola, quiero información"], ["Me llamo Marta Prueba"], ["Tengo una panadería"]], true),
        2 => ([["Hola"], ["Soy Luis", "Prueba"], ["Tengo un taller"], ["No llegan clientes"], ["Vender más"], ["100 dólares al mes"]], false),
        3 => ([["Hello"], ["My name is Ann Sample", "I run a dental clinic"], ["We get too few patients"], ["Thirty new patients a month"], ["My budget is 900 dollars a month"], [$"ann{number}@example.com"], ["1"], ["thanks"]], false),
        _ => ([["Hola", "quiero más información"], ["Me llamo Ana Prueba"], ["Tengo una clínica dental"], ["No me llegan pacientes", "y la publicidad no funciona"], ["Quiero treinta pacientes nuevos al mes"],
            ["Mi presupuesto es de 800 dólares al mes"], [$"ana{number}@example.com"], ["1"], ["gracias"]], false),
    };
}
