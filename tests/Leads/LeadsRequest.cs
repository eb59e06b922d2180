namespace OutletBot.Leads;

/// <summary>What was asked for.</summary>
internal sealed record LeadsRequest
{
    public required int Leads { get; init; }
    public required int Seed { get; init; }

    /// <summary>Only this kind; all in turn when null.</summary>
    public string? Persona { get; init; }

    /// <summary>Leads that write at the same time.</summary>
    public int AtOnce { get; init; } = 40;

    /// <summary>Whether every conversation is printed, not only those that broke a rule.</summary>
    public bool ShowAll { get; init; }
}

/// <summary>What became of one lead.</summary>
internal sealed record Lived
{
    public required int Number { get; init; }
    public required string Kind { get; init; }
    public required Ending Ending { get; init; }

    /// <summary>Whether it ended as such a lead should.</summary>
    public required bool AsExpected { get; init; }
    public required int Replies { get; init; }

    /// <summary>Questions for what the lead had given already.</summary>
    public required int AskedAgain { get; init; }
    public required IReadOnlyList<string> Violations { get; init; }
    public required string Transcript { get; init; }
}

/// <summary>What became of all.</summary>
internal sealed record LeadsResult(int Seed, IReadOnlyList<Lived> Leads)
{
    /// <summary>Each broken rule with the seed and the transcript.</summary>
    public IReadOnlyList<string> Violations { get; } =
        [.. Leads.Where(lead => lead.Violations.Count > 0).Select(lead => $"--seed {Seed}, lead {lead.Number} ({lead.Kind}): {string.Join("; ", lead.Violations)}\n{lead.Transcript}")];
}
