namespace OutletBot.Evals;

/// <summary>One key that came out wrong.</summary>
/// <param name="Key">The field, <c>selectedSlot</c>, <c>intent</c>, or a key of a conversation's expectation.</param>
/// <param name="Expected">What is right.</param>
/// <param name="Actual">What came out.</param>
internal sealed record Mistake(string Key, string Expected, string Actual);
