using System.Text;
using System.Text.Json;

namespace OutletBot.Fuzz.Bodies;

/// <summary>A JSON value that may also be none: names may repeat, and values and names are whatever text stands there.</summary>
internal sealed class JsonTree
{
    private readonly List<(string Name, JsonTree Value)> members = [];
    private string? raw;
    private bool isArray;

    private JsonTree()
    {
    }

    /// <summary>What it holds; an item's name is empty.</summary>
    public IReadOnlyList<(string Name, JsonTree Value)> Members => members;

    public static JsonTree Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>A value as it shall stand in the text.</summary>
    public static JsonTree Raw(string text) => new() { raw = text };

    /// <summary>This value and all that it holds.</summary>
    public IEnumerable<JsonTree> All() => members.SelectMany(member => member.Value.All()).Prepend(this);

    public void Become(string text)
    {
        members.Clear();
        raw = text;
    }

    public void Add(string name, JsonTree value)
    {
        if (raw is null) members.Add((isArray ? "" : name, value));
    }

    public void Remove(int index) => members.RemoveAt(index);

    public void Rename(int index, string name)
    {
        if (!isArray) members[index] = (name, members[index].Value);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (raw is not null)
        {
            text.Append(raw);
            return;
        }

        text.Append(isArray ? '[' : '{');
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) text.Append(',');
            if (!isArray) text.Append('"').Append(members[i].Name).Append("\":");
            members[i].Value.Write(text);
        }

        text.Append(isArray ? ']' : '}');
    }

    private static JsonTree Of(JsonElement element)
    {
        var tree = new JsonTree();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) tree.members.Add((member.Name, Of(member.Value)));
                break;
            case JsonValueKind.Array:
                tree.isArray = true;
                foreach (var item in element.EnumerateArray()) tree.members.Add(("", Of(item)));
                break;
            default:
                tree.raw = element.GetRawText();
                break;
        }

        return tree;
    }
}
