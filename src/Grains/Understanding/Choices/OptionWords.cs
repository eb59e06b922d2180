using System.Runtime.CompilerServices;
using OutletBot.Playbooks;

namespace OutletBot.Understanding;

/// <summary>The words that mean the options of a field, made into tables once for each field of a playbook.</summary>
internal sealed class OptionWords
{
    private static readonly ConditionalWeakTable<FieldSpec, OptionWords> Known = [];
    private static readonly Phrases Negation = new("(no|ni|sin|not|dont|without|never|nunca|tampoco)");
    private static readonly Phrases Turn = new("(pero|but|sino|solo|only|aunque|y|and)");

    private readonly (FieldOption Option, Phrases Words, Phrases Answers)[] _options;

    private OptionWords(FieldSpec spec) => _options = [.. spec.Options.Select(option => (
        option,
        new Phrases(option.Words.Select(Line).Where(line => line.Length > 0)),
        new Phrases(option.Answers.Select(Line).Where(line => line.Length > 0).Select(line => $"^ {line} $")))) ];

    public static OptionWords Of(FieldSpec spec) => Known.GetValue(spec, static spec => new(spec));

    /// <summary>The options that a message names, in its order, the longest wording at each place; what it denies is not among them.</summary>
    public IReadOnlyList<(int Option, Span Span)> Named(Message message)
    {
        var named = new List<(int, Span)>();
        for (var i = 0; i < message.Count; i++)
        {
            var (best, longest) = (-1, default(Span));
            foreach (var (number, option) in _options.Index())
                if (option.Words.At(message, i) is { } span && span.Length > longest.Length) (best, longest) = (number, span);
            if (best < 0) continue;
            if (!IsDenied(message, i)) named.Add((best, longest));
            i = longest.End - 1;
        }

        return named;
    }

    /// <summary>The option that a clause of the message means as an answer, null when none does.</summary>
    public int? Answered(Message message)
    {
        foreach (var (number, option) in _options.Index())
            if (option.Answers.In(message)) return number;
        return null;
    }

    /// <summary>The option that a value is or names, whoever worded it; null when it means none.</summary>
    public FieldOption? Meant(string value) =>
        _options.FirstOrDefault(o => string.Equals(o.Option.Value, value.Trim(), StringComparison.OrdinalIgnoreCase)).Option
        ?? (Named(Message.Of(value)) is [var (first, _), ..] named ? _options[named.Min(hit => hit.Option)].Option : null);

    // "No quiero brackets": whatever stands shortly after a no, in the same clause, is not wanted.
    private static bool IsDenied(Message message, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && !message.Starts(i + 1) && Turn.At(message, i) is null; i--)
            if (Negation.At(message, i) is not null) return true;
        return false;
    }

    /// <summary>A wording as a line of a table: its words as messages have them, any number as any other.</summary>
    private static string Line(string wording) => string.Join(' ', Message.Of(wording).Tokens
        .Where(token => token.Kind is TokenKind.Word or TokenKind.Number)
        .Select(token => token.Kind == TokenKind.Number ? "#" : token.Text));
}
