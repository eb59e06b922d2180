using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ghl;
using OutletBot.Simulator.Meta;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator.Ledger;

/// <summary>Settings of a location.</summary>
internal sealed record LocationChange(string? Name, string? TimeZone, bool? AllowDuplicates);

/// <summary>Settings that may change while the simulator runs; null leaves one as it is.</summary>
internal sealed record SettingsChange(
    string? WebhookUrl,
    string? EventsUrl,
    string? WebhookSecret,
    string? MetaAppSecret,
    bool? EchoSends,
    bool? FlatMessages,
    bool? AutoCreateContacts,
    int? RequestsPer10Seconds,
    TimeSpan? GhlLatency,
    TimeSpan? ModelLatency,
    TimeSpan? WebhookRetryDelay);

/// <summary>The controls: faults, reset, and what happened so far.</summary>
internal static class ControlsApi
{
    public static void MapControls(this IEndpointRouteBuilder simulator)
    {
        simulator.MapGet("/faults", (FaultBook book) => Json.Result(new { rules = book.All() }));
        simulator.MapPut("/faults", (FaultRule[] rules, FaultBook book) => Checked(rules) ?? Replaced(book, rules));
        simulator.MapPost("/faults", (FaultRule rule, FaultBook book) => Checked([rule]) ?? Json.Result(book.Add(rule), 201));
        simulator.MapDelete("/faults", (FaultBook book) => Replaced(book, []));
        simulator.MapDelete("/faults/{id}", (string id, FaultBook book) =>
        {
            book.Remove(id);
            return Json.Result(new { rules = book.All() });
        });

        simulator.MapPost("/reset", Reset);
        simulator.MapGet("/state", State);
        simulator.MapGet("/ledger", (EventLedger ledger, long? since, string? contactId, string? kind) =>
            Json.Result(new { entries = ledger.Since(since ?? 0, contactId, kind) }));
        simulator.MapGet("/requests", (RequestLog log, long? since) => Json.Result(new { requests = log.Since(since ?? 0), counts = log.Counts() }));
        simulator.MapGet("/model-calls", (RequestLog log) => Json.Result(new { calls = log.Exchanges() }));
        simulator.MapPut("/locations/{id}", ChangeLocation);
        simulator.MapGet("/settings", (World world, WebhookPost webhooks) => Json.Result(Settings(world.Options, webhooks)));
        simulator.MapPut("/settings", (SettingsChange change, World world, WebhookPost webhooks) =>
        {
            Apply(world.Options, change);
            return Json.Result(Settings(world.Options, webhooks));
        });
    }

    private static IResult? Checked(IEnumerable<FaultRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!FaultBook.Kinds.Contains(rule.Kind))
                return Json.Result(new { error = $"kind '{rule.Kind}' is none of {string.Join(", ", FaultBook.Kinds.Order(StringComparer.Ordinal))}" }, 400);
            if (rule.Target is not ("ghl" or "openai" or "meta"))
                return Json.Result(new { error = $"target '{rule.Target}' is none of ghl, openai, meta" }, 400);
        }

        return null;
    }

    private static IResult Replaced(FaultBook book, IReadOnlyList<FaultRule> rules)
    {
        book.Replace(rules);
        return Json.Result(new { rules = book.All() });
    }

    private static IResult Reset(World world, EventLedger ledger, RequestLog log, FaultBook faults, RateWindows windows, FormLeads forms)
    {
        lock (world.Gate)
            world.Clear();
        ledger.Clear();
        log.Clear();
        faults.Replace([]);
        windows.Clear();
        forms.Clear();
        return Json.Result(new { status = "reset" });
    }

    private static IResult State(World world, RequestLog log, string? contactId, string? locationId)
    {
        lock (world.Gate)
        {
            return Json.Result(new
            {
                contacts = world.Contacts
                    .Where(one => (contactId is null || one.Id == contactId) && (locationId is null || one.LocationId == locationId))
                    .Select(one => Record.Of(world, one)).ToArray(),
                appointments = world.Appointments.OrderBy(one => one.Start)
                    .Select(one => new { one.Id, one.CalendarId, one.LocationId, one.ContactId, one.Start, one.End, one.Status, one.Title }).ToArray(),
                requests = log.Counts(),
            });
        }
    }

    private static IResult ChangeLocation(string id, LocationChange change, World world)
    {
        if (change.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return Json.Result(new { error = $"timeZone '{zone}' is not known" }, 400);

        lock (world.Gate)
        {
            var location = world.Location(id);
            location.Name = change.Name ?? location.Name;
            location.TimeZone = change.TimeZone ?? location.TimeZone;
            location.AllowDuplicates = change.AllowDuplicates ?? location.AllowDuplicates;
            return Json.Result(new { location.Id, location.Name, location.TimeZone, location.AllowDuplicates });
        }
    }

    private static void Apply(SimulatorOptions options, SettingsChange change)
    {
        options.WebhookUrl = change.WebhookUrl ?? options.WebhookUrl;
        options.EventsUrl = change.EventsUrl ?? options.EventsUrl;
        options.WebhookSecret = change.WebhookSecret ?? options.WebhookSecret;
        options.MetaAppSecret = change.MetaAppSecret ?? options.MetaAppSecret;
        options.EchoSends = change.EchoSends ?? options.EchoSends;
        options.FlatMessages = change.FlatMessages ?? options.FlatMessages;
        options.AutoCreateContacts = change.AutoCreateContacts ?? options.AutoCreateContacts;
        options.RequestsPer10Seconds = change.RequestsPer10Seconds ?? options.RequestsPer10Seconds;
        options.GhlLatency = change.GhlLatency ?? options.GhlLatency;
        options.ModelLatency = change.ModelLatency ?? options.ModelLatency;
        options.WebhookRetryDelay = change.WebhookRetryDelay ?? options.WebhookRetryDelay;
    }

    private static object Settings(SimulatorOptions options, WebhookPost webhooks) => new
    {
        options.LocationId,
        options.TimeZone,
        webhooks.WebhookUrl,
        webhooks.EventsUrl,
        options.EchoSends,
        options.FlatMessages,
        options.AutoCreateContacts,
        options.RequestsPer10Seconds,
        options.GhlLatency,
        options.ModelLatency,
    };
}
