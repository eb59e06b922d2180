using OutletBot.Conversations;
using static OutletBot.Unit.Conversations.Readings;

namespace OutletBot.Unit.Conversations;

public sealed class BookingTests
{
    [Fact]
    public void A_choice_that_means_one_time_books_it_with_one_confirmation_tags_and_a_note()
    {
        var talk = Talk.Offering().Lead("el segundo", Chooses(1));

        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.State.Appointment!.Start.ShouldBe(Talk.Monday.AddDays(1).AddHours(2));
        talk.LastReply.ShouldContain("martes 24 de noviembre, 11:00 am");
        talk.LastReply.ShouldContain("Chicago");
        talk.TagsAdded.ShouldBe([Tags.Qualified, Tags.Scheduled]);
        talk.Done.OfType<AddNote>().ShouldHaveSingleItem().Body.ShouldContain("llenar las mesas");
    }

    [Fact]
    public void A_choice_that_means_several_times_asks_which_and_keeps_their_numbers()
    {
        var talk = Talk.Offering().Lead("el miércoles", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.Several, [2, 3]) });

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.LastReply.ShouldContain("3. miércoles");
        talk.LastReply.ShouldContain("4. miércoles");
        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
    }

    [Fact]
    public void A_time_taken_meanwhile_is_said_so_and_fresh_times_are_offered()
    {
        var talk = Talk.Offering();
        talk.Free.RemoveAt(1);
        talk.Lead("2", Chooses(1));

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.LastReply.ShouldContain("ocupar");
        talk.State.Offer.ShouldNotContain(Talk.Monday.AddDays(1).AddHours(2));
        talk.State.Offer.Count.ShouldBe(4);
    }

    [Fact]
    public void Any_time_is_proposed_and_booked_on_a_yes()
    {
        var talk = Talk.Offering().Lead("la que sea", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.Any, []) });
        talk.Done.OfType<BookSlot>().ShouldBeEmpty();
        talk.Lead("sí", Of(Intent.Confirm));
        talk.State.Stage.ShouldBe(Stage.Booked);
    }

    [Fact]
    public void A_time_not_offered_is_answered_with_the_nearest()
    {
        var talk = Talk.Offering().Lead("el jueves en la tarde", new Reading
        {
            Intent = Intent.ChooseSlot,
            Slot = new SlotReading(SlotMatch.NotOffered, [], new SlotWish(new DateOnly(2026, 11, 26), null, 12, 20)),
        });
        talk.LastReply.ShouldContain("jueves 26 de noviembre, 9:00 am");
        talk.State.Stage.ShouldBe(Stage.Offering);
    }

    [Theory]
    [InlineData(25, null, "Para el miércoles 25 de noviembre tengo estos:", "El miércoles 25 de noviembre tengo libre:")]
    [InlineData(26, 15, "Ese horario no lo tengo en la lista; lo más cercano que hay es:", "Justo ese no está en la lista, pero tengo estos:")]
    [InlineData(27, null, "Ese horario no lo tengo en la lista; lo más cercano que hay es:", "Justo ese no está en la lista, pero tengo estos:")]
    [InlineData(null, 9, "Sí, mira, tengo estos:", "Claro, a esa hora tengo estos:")]
    public void A_wish_is_called_out_of_the_list_only_when_no_free_time_fits_it(int? day, int? hour, params string[] wordings)
    {
        var wish = new SlotWish(day is { } date ? new DateOnly(2026, 11, date) : null, hour is { } clock ? new TimeOnly(clock, 0) : null);

        var talk = Talk.Offering().Lead("¿tienes algo?", new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.NotOffered, [], wish) });

        wordings.ShouldContain(wording => talk.LastReply.StartsWith(wording, StringComparison.Ordinal), talk.LastReply);
    }

    [Fact]
    public void A_wish_that_one_free_time_fits_is_proposed_and_booked_on_a_yes()
    {
        var talk = Talk.Offering();
        var wished = new DateTimeOffset(2026, 11, 27, 16, 0, 0, TimeSpan.FromHours(-6));
        talk.Free.Add(wished);

        talk.Lead("¿y el viernes a las 4?");

        talk.LastReply.ShouldContain("viernes 27 de noviembre, 4:00 pm");
        talk.LastReply.ShouldEndWith("¿Te lo aparto?");
        talk.LastReply.ShouldNotContain("1. ");
        talk.Lead("sí, por favor");
        talk.State.Appointment!.Start.ShouldBe(wished);
    }

    [Fact]
    public void The_list_on_screen_still_counts_after_a_wish_was_proposed()
    {
        var talk = Talk.Offering();
        var listed = talk.State.Offer;
        talk.Free.Add(new(2026, 11, 27, 16, 0, 0, TimeSpan.FromHours(-6)));

        talk.Lead("¿y el viernes a las 4?").Lead("no, mejor el 2");

        talk.State.Appointment!.Start.ShouldBe(listed[1]);
    }

    [Fact]
    public void Who_asks_what_if_they_cannot_come_is_offered_other_times()
    {
        var talk = Talk.Offering().Lead("2", Chooses(1)).Lead("oye y si no puedo ese día?");

        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.State.Moving.ShouldBeTrue();
    }

    [Fact]
    public void A_booked_appointment_is_moved_on_request()
    {
        var talk = Talk.Offering().Lead("2", Chooses(1)).Lead("puedo cambiarla?", Of(Intent.Reschedule));
        talk.State.Stage.ShouldBe(Stage.Offering);
        talk.Lead("3", Chooses(2));

        talk.State.Stage.ShouldBe(Stage.Booked);
        talk.State.Appointment!.Id.ShouldBe("a1");
        talk.Done.OfType<MoveAppointment>().ShouldHaveSingleItem();
        talk.Done.OfType<BookSlot>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_booked_appointment_is_cancelled_before_the_lead_is_told()
    {
        var talk = Talk.Offering().Lead("2", Chooses(1)).Lead("cancélala", Of(Intent.Cancel));

        talk.State.Appointment.ShouldBeNull();
        talk.Done.FindIndex(e => e is CancelAppointment).ShouldBeLessThan(talk.Done.FindLastIndex(e => e is SendReply));
        talk.Done.OfType<RemoveTags>().ShouldContain(t => t.Tags.Contains(Tags.Scheduled));
    }

    [Fact]
    public void Naming_the_booked_time_again_moves_nothing()
    {
        var talk = Talk.Offering().Lead("2", Chooses(1)).Lead("nos vemos el martes", new Reading
        {
            Intent = Intent.ChooseSlot,
            Slot = new SlotReading(SlotMatch.NotOffered, [], new SlotWish(new DateOnly(2026, 11, 24), null)),
        });
        talk.State.Stage.ShouldBe(Stage.Booked);
    }
}
