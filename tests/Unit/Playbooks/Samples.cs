using OutletBot.Conversations;
using OutletBot.Locations;
using OutletBot.Playbooks;

namespace OutletBot.Unit.Playbooks;

/// <summary>Answers to whatever a playbook asks.</summary>
internal static class Samples
{
    /// <summary>The names of the playbooks that the tests of the core are run with.</summary>
    public static TheoryData<string> Playbooks => [.. PlaybookSource.BuiltIns];

    public static LocationSettings Location(string playbook) => new()
    {
        LocationId = "loc",
        TimeZone = "America/Chicago",
        Language = "es",
        MinimumBudget = 300,
        AgentName = "María",
        CalendarId = "cal",
        Playbook = PlaybookSource.BuiltIn(playbook),
    };

    /// <summary>What a lead says of one field, enough for a booking.</summary>
    public static Lead Of(FieldSpec spec) => spec.Kind switch
    {
        FieldKind.Name => new() { Name = "Carlos" },
        FieldKind.Business => new() { BusinessType = "restaurante" },
        FieldKind.Problem => new() { Problem = "pocos clientes" },
        FieldKind.Goal => new() { Goal = "llenar las mesas" },
        FieldKind.Money => new() { MonthlyBudgetUsd = 500 },
        FieldKind.Email => new() { Email = "carlos@restaurante.mx" },
        FieldKind.Text or FieldKind.Choice => new() { Others = FieldValues.None.With(spec.Field, spec.Options is [var option, ..] ? option.Value : "algo") },
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, "No sample."),
    };

    /// <summary>A lead of whom all is known.</summary>
    public static Lead Complete(Playbook playbook) => playbook.Fields.Aggregate(Lead.Unknown, (lead, spec) => lead.With(Of(spec)));
}
