using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Unit.Conversations;

/// <summary>What the next turn waits for.</summary>
public sealed class EffectTests
{
    [Fact]
    public void The_next_turn_waits_for_what_the_lead_sees_and_for_what_decides_on_the_next_word()
    {
        Effect[] held =
        [
            new SendReply { Id = "1-0", Since = Talk.Monday, Channel = Channel.Sms, Text = "hola" },
            new BookSlot { Id = "1-0", Since = Talk.Monday, Start = Talk.Monday },
            new MoveAppointment { Id = "1-0", Since = Talk.Monday, AppointmentId = "a1", Start = Talk.Monday },
            new CancelAppointment { Id = "1-0", Since = Talk.Monday, AppointmentId = "a1" },
            new UpdateContact { Id = "1-0", Since = Talk.Monday, Patch = new ContactPatch { DoNotDisturb = false } },
        ];
        Effect[] free =
        [
            new UpdateContact { Id = "1-0", Since = Talk.Monday, Patch = new ContactPatch { DoNotDisturb = true } },
            new AddTags { Id = "1-0", Since = Talk.Monday, Tags = ["t"] },
            new RemoveTags { Id = "1-0", Since = Talk.Monday, Tags = ["t"] },
            new AddNote { Id = "1-0", Since = Talk.Monday, Body = "n" },
            new StartWorkflow { Id = "1-0", Since = Talk.Monday, WorkflowId = "w" },
        ];

        held.ShouldAllBe(effect => effect.HoldsTheConversation);
        free.ShouldAllBe(effect => !effect.HoldsTheConversation);
    }

    [Fact]
    public void A_lead_is_overheard_who_writes_while_a_person_answers()
    {
        var talk = new Talk().Lead("hola");
        (talk.State with { Unanswered = "¿hola?" }).IsOverheard.ShouldBeFalse();

        talk.Happens(InboxEventKind.TakeOver, "luis").State.IsOverheard.ShouldBeFalse();
        (talk.State with { Unanswered = "¿hola?" }).IsOverheard.ShouldBeTrue();
    }
}
