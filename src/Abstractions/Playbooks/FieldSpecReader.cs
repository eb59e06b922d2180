using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Playbooks;

/// <summary>Reads the fields of a playbook.</summary>
internal sealed partial class FieldSpecReader(PlaybookFaults faults)
{
    private const string Example = "\"fields\": [ \"name\", { \"key\": \"treatment\", \"kind\": \"text\" }, \"email\" ]";

    // Words of the model's answer, and a line that is no question for a field of that name.
    private static readonly string[] Taken = ["slot", "none", "monthlyBudgetUsd", "budgetInDollars"];

    private static readonly Dictionary<string, FieldKind> StandardKinds = new(StringComparer.Ordinal)
    {
        [Field.Name.Key] = FieldKind.Name,
        [Field.BusinessType.Key] = FieldKind.Business,
        [Field.Problem.Key] = FieldKind.Problem,
        [Field.Goal.Key] = FieldKind.Goal,
        [Field.Budget.Key] = FieldKind.Money,
        [Field.Email.Key] = FieldKind.Email,
    };

    public IReadOnlyList<FieldSpec> Read(JsonObject document)
    {
        if (document["fields"] is not JsonArray { Count: > 0 } array)
        {
            faults.Add("fields", "must name the fields that are asked", Example);
            return [];
        }

        FieldSpec[] fields = [.. array.Select((field, i) => One(field, $"fields[{i}]")).OfType<FieldSpec>()];
        foreach (var twice in fields.GroupBy(field => field.Field).Where(same => same.Count() > 1))
            faults.Add("fields", $"'{twice.Key}' stands there twice", Example);
        return fields;
    }

    private FieldSpec? One(JsonNode? node, string path)
    {
        if (node is not JsonObject o)
        {
            faults.Add(path, "is no field", Example);
            return null;
        }

        faults.Unknown(o, path, "key", "kind", "required", "label", "hint", "crmField", "questionWords", "options");
        var key = o.Text("key", path, faults) ?? "";
        if (!Key().IsMatch(key) || Taken.Contains(key))
        {
            faults.Add($"{path}.key", $"'{key}' cannot be a field's key: letters and digits, a small letter first, and none of {string.Join(", ", Taken)}", "\"key\": \"treatment\"");
            return null;
        }

        var kind = KindOf(o, key, path);
        var options = Options(o, path);
        if (kind is FieldKind.Choice && options.Count == 0)
            faults.Add($"{path}.options", "a choice needs options", "\"options\": [ { \"value\": \"none\", \"es\": [ \"sin seguro\" ], \"en\": [ \"no insurance\" ], \"answers\": [ \"no\" ] } ]");
        if (kind is not (FieldKind.Choice or FieldKind.Text) && options.Count > 0)
            faults.Add($"{path}.options", "only a text or a choice has options", "\"kind\": \"choice\"");
        return new()
        {
            Field = new(key),
            Kind = kind,
            Required = IsRequired(o, path),
            Label = Label(o, path),
            Hint = o.Text("hint", path, faults),
            CrmField = o.Text("crmField", path, faults),
            QuestionWords = o.Texts("questionWords", $"{path}.", faults),
            Options = options,
        };
    }

    private FieldKind KindOf(JsonObject o, string key, string path)
    {
        var own = StandardKinds.GetValueOrDefault(key, FieldKind.Text);
        if (o.Text("kind", path, faults) is not { } text) return own;
        if (text.Any(char.IsDigit) || !Enum.TryParse<FieldKind>(text, ignoreCase: true, out var kind))
        {
            faults.Add($"{path}.kind", $"'{text}' is no kind of field: there are {string.Join(", ", Enum.GetNames<FieldKind>()).ToLowerInvariant()}", "\"kind\": \"choice\"");
            return own;
        }

        if (StandardKinds.ContainsKey(key) ? kind != own : kind is not (FieldKind.Text or FieldKind.Choice))
            faults.Add($"{path}.kind", StandardKinds.ContainsKey(key) ? $"'{key}' is always of kind {own.ToString().ToLowerInvariant()}" : $"a field of kind {text} is called {StandardKinds.First(s => s.Value == kind).Key}", "\"kind\": \"text\"");
        return kind;
    }

    private bool IsRequired(JsonObject o, string path)
    {
        if (o["required"] is not { } node) return true;
        if (node is JsonValue value && value.TryGetValue<bool>(out var required)) return required;
        faults.Add($"{path}.required", "is neither true nor false", "\"required\": false");
        return true;
    }

    private Dictionary<string, string> Label(JsonObject o, string path)
    {
        var label = new Dictionary<string, string>(StringComparer.Ordinal);
        if (o.Part("label", faults, $"{path}.") is not { } texts) return label;
        faults.Unknown(texts, $"{path}.label", [.. Playbook.Languages]);
        foreach (var language in Playbook.Languages)
            if (texts.Text(language, $"{path}.label", faults) is { } text) label[language] = text;
        return label;
    }

    private List<FieldOption> Options(JsonObject o, string path)
    {
        var options = new List<FieldOption>();
        if (o["options"] is not { } node) return options;
        foreach (var (i, one) in (node as JsonArray ?? []).Index())
        {
            var at = $"{path}.options[{i}]";
            if (one is not JsonObject option || option.Text("value", at, faults) is not { } value)
            {
                faults.Add($"{at}.value", "must not be empty", "\"value\": \"Cleaning\"");
                continue;
            }

            faults.Unknown(option, at, "value", "es", "en", "answers");
            options.Add(new() { Value = value, Words = [.. option.Texts("es", $"{at}.", faults), .. option.Texts("en", $"{at}.", faults)], Answers = [value, .. option.Texts("answers", $"{at}.", faults)] });
        }

        foreach (var twice in options.GroupBy(option => option.Value, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            faults.Add($"{path}.options", $"'{twice.Key}' stands there twice", "\"value\": \"Cleaning\"");
        return options;
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
