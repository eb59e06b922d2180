using OutletBot.Agent;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    private sealed partial class Draft
    {
        /// <summary>A question for a time is worded in so many ways, and none of them is used a third time.</summary>
        private const int TimesAskedAtMost = 8;

        private bool IsQuestion => (Reading.Question is not null || Reading.Intent == Intent.Question) && !AsksForATime && Reading.Mood is not (Mood.Insult or Mood.Joke);

        /// <summary>"¿Puede ser el jueves?" is answered by times.</summary>
        private bool AsksForATime => Reading is { Question: null or Topic.Other or Topic.Appointment or Topic.Time, Slot.Wish: not null };

        /// <summary>What is said to a question, a joke, a picture …, before the open question is asked again; null when the message is none.</summary>
        private string? Answer() => IsQuestion ? AnswerToQuestion() : Remark();

        private string AnswerToQuestion() =>
            State.Appointment is { } appointment && Understanding.AppointmentQuestion.AsksWhen(_before.Unanswered)
                ? Say.Line("answerWhen", State.Turn, ("time", Say.Time(appointment.Start)), ("zone", Say.Zone))
            : _proposal is { Reply: { } worded, ReplyAsks: null } && !worded.Contains('?', StringComparison.Ordinal) && Reading.Question != Topic.Bot
                ? worded
                : Say.Answer(_before.Unanswered, Reading.Question);

        /// <summary>A fitting word where the message gives nothing to go by.</summary>
        private string? Remark()
        {
            if (_before is { UnansweredAttachment: { } kind, Unanswered.Length: 0 })
                return Say.Line(Say.Has(kind) ? kind : "attachment", State.Turn);
            if (Reading.Fields != Lead.Unknown) return null;
            return Reading.Mood switch
            {
                Mood.Insult => Say.Line("insult", State.Turn),
                Mood.Joke => Say.Line("joke", State.Turn),
                Mood.Annoyed => Say.Line("annoyed", State.Turn),
                _ when AsksForATime && State.Stage == Stage.Qualifying && State.Missing(_setting.Location).Count > 0 => Say.Line("timesSoon", State.Turn),
                _ when Understanding.Presence.In(_before.Unanswered) => Say.Line("here", State.Turn),
                _ => null,
            };
        }

        /// <summary>Notes that the open question is asked again. Whoever asks in return, or tells something else of use, has not failed to answer.</summary>
        private void CountTry(bool again) => State = State with { Tries = !again ? 0 : IsQuestion || State.Lead != _before.Lead ? State.Tries : State.Tries + 1 };

        private bool IsGivenUp => State.Tries >= TriesBeforeAPersonIsCalled;

        /// <summary>
        /// The open question was asked twice in each of its wordings: who asks in return is still answered, but not asked a third time in the
        /// same words.
        /// </summary>
        private Decision AnswerOrCallPerson(string reason)
        {
            if (!IsQuestion) return CallPerson("handOver", reason);
            Reply(AnswerToQuestion(), _before.Asked);
            return Finish();
        }

        /// <summary>Whether the model's words ask in words that were used before.</summary>
        private bool IsRepeated(string worded) => Questions.In(worded) is { } question
            && State.History.Any(spoken => !spoken.ByLead && Questions.In(spoken.Text) == question);
    }
}
