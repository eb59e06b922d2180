using System.Globalization;
using Spectre.Console;

namespace OutletBot.Leads;

/// <summary>The run as a table, and every broken rule with its seed and transcript.</summary>
internal static class Report
{
    private const int WidthInFiles = 140;

    public static void Write(LeadsResult result, bool showAll)
    {
        var table = new Table().AddColumns("persona", "leads", "booked", "nurture", "opted out", "handed off", "open", "as expected", "replies", "asked again", "broken rules");
        foreach (var kind in result.Leads.GroupBy(lead => lead.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)) table.AddRow(Row(kind.Key, [.. kind]));
        table.AddRow(Row("all", result.Leads));
        if (showAll)
        {
            foreach (var lead in result.Leads) Console.WriteLine($"lead {lead.Number} ({lead.Kind}), {lead.Ending}{(lead.AsExpected ? "" : ", not as expected")}\n{lead.Transcript}");
        }

        foreach (var violation in result.Violations) Console.WriteLine(violation);
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthInFiles;
        AnsiConsole.Write(table);
    }

    private static string[] Row(string name, IReadOnlyCollection<Lived> leads) =>
    [
        name, Number(leads.Count),
        .. new[] { Ending.Booked, Ending.Nurture, Ending.OptedOut, Ending.HandedOff, Ending.Open }.Select(ending => Number(leads.Count(lead => lead.Ending == ending))),
        Number(leads.Count(lead => lead.AsExpected)), Number(leads.Sum(lead => lead.Replies)), Number(leads.Sum(lead => lead.AskedAgain)), Number(leads.Sum(lead => lead.Violations.Count)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
