using System.Globalization;
using Microsoft.Extensions.Options;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Simulator;

namespace OutletBot.Silo.Hosting;

/// <summary>Gives the simulator's locations the custom fields and the calendar that their playbooks need, where nothing else is set.</summary>
internal static class LocalCrm
{
    public static void AddLocalCrm(this IServiceCollection services) =>
        services.AddOptions<SimulatorOptions>().PostConfigure<ILocations, IOptions<CrmOptions>>((simulator, locations, crm) =>
        {
            // Whatever location is not configured by itself has the settings of this one.
            var standard = locations.Get("");
            simulator.Fields ??= Fields(standard, crm.Value.Fields);
            simulator.SlotInterval ??= standard.SlotDuration;
            foreach (var location in locations.Configured.Select(locations.Get))
            {
                if (!simulator.Locations.TryGetValue(location.LocationId, out var simulated)) simulator.Locations[location.LocationId] = simulated = new();
                simulated.Fields ??= Fields(location, crm.Value.Fields);
                simulated.SlotInterval ??= location.SlotDuration;
                if (location.CalendarId != standard.CalendarId) simulated.CalendarId ??= location.CalendarId;
            }
        });

    private static string[] Fields(LocationSettings location, CrmFieldOptions names) =>
        [.. location.Playbook.InCustomFields.Select(field => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(names.NameOf(field, location.Playbook)))];
}
