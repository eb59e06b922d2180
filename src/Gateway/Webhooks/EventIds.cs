namespace OutletBot.Gateway.Webhooks;

/// <summary>Ids for events that the provider gave none.</summary>
internal static class EventIds
{
    public static string New(DateTimeOffset at) => $"made-{Guid.CreateVersion7(at):N}";
}
