using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OutletBot.Crm.Wire;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonValue))]
[JsonSerializable(typeof(UpsertContactBody))]
[JsonSerializable(typeof(UpdateContactBody))]
[JsonSerializable(typeof(TagsBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(WorkflowBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(AppointmentBody))]
internal sealed partial class WireJson : JsonSerializerContext;
