using OutletBot.Agent;
using OutletBot.Conversations;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

/// <summary>What is said while times are on offer, and after one was booked.</summary>
public sealed class OfferingTests
{
    private static Talk Booked() => Talk.Offering().Lead("el segundo", Chooses(1));

    [Fact]
    public void A_number_beyond_the_list_chooses_nothing()
    {
        var talk = Talk.Offering();

        talk.Lead("el 6", Chooses(talk.State.Offer.Count));

        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
        talk.LastReply.ShouldContain("1. martes");
    }

    [Fact]
    public void Only_the_times_that_fit_are_asked_about()
    {
        var talk = Talk.Offering().Lead("el miércoles", new Reading { Intent = Intent.ChooseSlot, Slot = new(SlotMatch.Several, [2, 3]) });

        talk.LastReply.ShouldNotContain("1. ");
        talk.LastReply.ShouldNotContain("5. ");
    }

    [Fact]
    public void Of_several_that_come_down_to_one_none_is_chosen_and_the_list_is_shown_again()
    {
        var talk = Talk.Offering().Lead("el 2 o el 9", new Reading { Intent = Intent.ChooseSlot, Slot = new(SlotMatch.Several, [1, 8]) });

        talk.LastReply.ShouldContain("5. ");
        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
    }

    [Fact]
    public void Others_than_none_are_the_first()
    {
        var talk = Talk.Offering();
        talk.State = talk.State with { Offer = [] };

        talk.Lead("otros", Of(Intent.MoreSlots)).LastReply.ShouldContain("1. martes");
    }

    [Fact]
    public void Any_of_no_times_is_answered_with_times()
    {
        var talk = Talk.Offering();
        talk.State = talk.State with { Offer = [] };

        talk.Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = new(SlotMatch.Any, []) });

        talk.LastReply.ShouldContain("1. martes");
    }

    [Theory]
    [InlineData(Intent.MoreSlots)]
    [InlineData(Intent.Deny)]
    [InlineData(Intent.Reschedule)]
    public void Who_wants_none_of_the_times_is_shown_others(Intent intent)
    {
        var talk = Talk.Offering();
        for (var day = 4; day < 9; day++) talk.Free.Add(Talk.Monday.AddDays(day));
        var shown = talk.State.Offer;

        talk.Lead("ninguna me queda", Of(intent));

        talk.State.Offer.Intersect(shown).ShouldBeEmpty();
        new[] { "Claro, también tengo estos:", "Mira, estos otros también están libres:" }.ShouldContain(words => talk.LastReply.StartsWith(words, StringComparison.Ordinal), talk.LastReply);
    }

    [Fact]
    public void A_list_whose_first_time_has_come_is_made_anew()
    {
        var talk = Talk.Offering();
        var first = talk.State.Offer[0];
        talk.Now = first;

        talk.Lead("mmm", Of(Intent.Other));

        talk.State.Offer.ShouldNotContain(first);
        talk.LastReply.ShouldContain("1. martes 24 de noviembre, 11:00 am");
    }

    [Fact]
    public void A_question_of_the_models_is_asked_for_the_list_but_no_statement_and_not_twice()
    {
        var talk = Talk.Offering().Lead("no sé", Of(Intent.Other), reply: "¿Te acomoda más en la mañana?");
        talk.LastReply.ShouldBe("¿Te acomoda más en la mañana?");

        talk.Lead("pues no sé", Of(Intent.Other), reply: "Tómate tu tiempo.");
        talk.LastReply.ShouldContain("1. martes");
    }

    [Fact]
    public void Whoever_asks_for_a_machine_hears_no_denial_of_the_models()
    {
        var asks = new Reading { Intent = Intent.Question, Question = Topic.Bot };

        Talk.Offering().Lead("¿eres un robot?", asks, reply: "Claro que no, ¿qué horario te queda?").LastReply.ShouldContain("inteligencia artificial");
        Booked().Lead("¿eres un robot?", asks, reply: "Claro que no.").LastReply.ShouldContain("inteligencia artificial");
    }

    [Fact]
    public void What_is_told_beside_is_thanked_for_and_the_list_is_not_repeated()
    {
        var talk = Talk.Offering().Lead("ah, y quiero abrir otra sucursal", Gives(new Lead { Goal = "abrir otra sucursal" }));

        new[] { "Perfecto, gracias.", "Muy bien.", "Excelente, gracias." }.ShouldContain(words => talk.LastReply.StartsWith(words, StringComparison.Ordinal), talk.LastReply);
        talk.LastReply.ShouldNotContain("1. ");
        talk.LastReply.ShouldEndWith("?");
    }

    [Fact]
    public void A_question_beside_what_is_told_is_answered()
    {
        var talk = Talk.Offering().Lead("¿cuánto cuesta?, quiero abrir otra sucursal", new Reading { Intent = Intent.Question, Question = Topic.Price, Fields = new Lead { Goal = "abrir otra sucursal" } });

        talk.LastReply.ShouldContain("300");
        talk.LastReply.ShouldNotContain("1. ");
    }

    [Fact]
    public void A_booking_and_a_move_are_told_apart()
    {
        var talk = Booked();
        talk.LastReply.ShouldStartWith("¡Listo! Tu cita quedó para el martes 24 de noviembre, 11:00 am");

        talk.Lead("¿la puedo mover?", Of(Intent.Reschedule)).Lead("el primero", Chooses(0));

        talk.LastReply.ShouldStartWith("¡Listo! Moví tu cita al martes 24 de noviembre, 9:00 am");
    }

    [Fact]
    public void A_move_to_a_day_is_offered_that_day()
    {
        var wish = new SlotWish(new DateOnly(2026, 11, 25), null);

        var talk = Booked().Lead("¿se puede el miércoles?", new Reading { Intent = Intent.ChooseSlot, Slot = new(SlotMatch.NotOffered, [], wish) });

        talk.State.Offer.ShouldAllBe(start => start.Day == 25);
        talk.LastReply.ShouldContain("miércoles 25 de noviembre");
    }

    [Fact]
    public void Who_says_thanks_after_a_booking_hears_its_time() =>
        Booked().Lead("gracias", Of(Intent.Other)).LastReply.ShouldContain("martes 24 de noviembre, 11:00 am");
}
