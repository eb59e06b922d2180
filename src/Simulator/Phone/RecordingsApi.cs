using System.Text;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Phone;

/// <summary>What leads recorded, as GHL keeps it for whoever knows its address.</summary>
internal static class RecordingsApi
{
    /// <summary>The path of all recordings.</summary>
    public const string Folder = "/simulator/recordings";

    // Every Ogg page begins with it; what was said follows in place of sound.
    private static readonly byte[] Ogg = "OggS"u8.ToArray();

    public static void MapRecordings(this IEndpointRouteBuilder simulator) =>
        simulator.MapGet("/recordings/{file}", (string file, World world) =>
        {
            lock (world.Gate)
            {
                return world.Message(Path.GetFileNameWithoutExtension(file))?.Message.Spoken is { } spoken
                    ? Results.Bytes([.. Ogg, .. Encoding.UTF8.GetBytes(spoken)], "audio/ogg")
                    : Results.NotFound();
            }
        });

    /// <summary>What is said in a recording; null when it is none.</summary>
    public static string? WordsOf(ReadOnlySpan<byte> sound) => sound.StartsWith(Ogg) ? Encoding.UTF8.GetString(sound[Ogg.Length..]) : null;
}
