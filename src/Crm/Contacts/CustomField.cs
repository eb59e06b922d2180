using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OutletBot.Crm.Wire;

namespace OutletBot.Crm.Contacts;

/// <summary>A custom field of a location.</summary>
internal sealed record CustomField(string Id, string? Name, string? Key, string? DataType)
{
    public static CustomField? Read(JsonElement item) =>
        item.Text("id") is { } id ? new(id, item.Text("name"), item.Text("fieldKey"), item.Text("dataType")) : null;

    /// <summary>Whether a configured name or key means this field: case, accents, blanks and separators do not count.</summary>
    public bool IsCalled(string wanted)
    {
        var plain = Plain(wanted);
        return plain.Length > 0 && (Plain(Key) == plain || Plain(Name) == plain);
    }

    public CustomFieldBody With(string text) => new(Id, JsonValue.Create(text));

    public CustomFieldBody With(decimal amount) =>
        DataType?.ToUpperInvariant() is "NUMERICAL" or "MONETORY" or "MONETARY"
            ? new(Id, JsonValue.Create(amount))
            : With(amount.ToString("0.##", CultureInfo.InvariantCulture));

    private static string Plain(string? text)
    {
        const string prefix = "contact.";
        text = (text ?? "").Trim();
        if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            text = text[prefix.Length..];
        return string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
