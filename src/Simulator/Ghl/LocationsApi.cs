namespace OutletBot.Simulator.Ghl;

/// <summary>A location with its custom fields, users and pipelines.</summary>
internal static class LocationsApi
{
    private const string Company = "sim-company";

    public static Answer Get(GhlCall call)
    {
        var location = call.World.Location(call.Route("locationId"));
        return Answer.Ok(new
        {
            location = new
            {
                id = location.Id,
                companyId = Company,
                name = location.Name,
                timezone = location.TimeZone,
                country = "US",
                email = "hello@outlet.example",
                phone = "+15125550100",
                website = "https://outlet.example",
                business = new { name = location.Name, timezone = location.TimeZone },
                social = new { },
                settings = new
                {
                    allowDuplicateContact = location.AllowDuplicates,
                    allowDuplicateOpportunity = false,
                    allowFacebookNameMerge = false,
                    disableContactTimezone = false,
                },
            },
        });
    }

    public static Answer CustomFields(GhlCall call)
    {
        var location = call.World.Location(call.Route("locationId"));
        return Answer.Ok(new
        {
            customFields = location.Fields.Select((field, position) => new
            {
                id = field.Id,
                name = field.Name,
                fieldKey = field.Key,
                placeholder = "",
                dataType = "TEXT",
                position = position * 50,
                isAllowedCustomOption = false,
                locationId = location.Id,
                model = "contact",
            }),
        });
    }

    public static Answer Templates(GhlCall call) => Answer.Ok(new { templates = Array.Empty<object>(), totalCount = 0 });

    public static Answer Users(GhlCall call) => Answer.Ok(new
    {
        users = new[]
        {
            new
            {
                id = "sim-user-1",
                name = "Ana Torres",
                firstName = "Ana",
                lastName = "Torres",
                email = "ana@outlet.example",
                roles = new { type = "account", role = "admin", locationIds = new[] { call.LocationId() } },
            },
        },
        count = 1,
    });

    public static Answer Pipelines(GhlCall call) => Answer.Ok(new
    {
        pipelines = new[]
        {
            new
            {
                id = "sim-pipeline-1",
                name = "Sales",
                stages = new[]
                {
                    new { id = "11111111-1111-4111-8111-111111111111", name = "New lead", position = 0 },
                    new { id = "22222222-2222-4222-8222-222222222222", name = "Appointment", position = 1 },
                },
                showInFunnel = false,
                showInPieChart = true,
                locationId = call.LocationId(),
            },
        },
    });

    public static Answer UpsertOpportunity(GhlCall call)
    {
        if (call.Body.Text("pipelineId") is null || call.Body.Text("locationId") is null)
            return Refusals.Unprocessable("pipelineId must be a string", "locationId must be a string");
        var opportunity = call.Body.DeepClone().AsObject();
        opportunity["id"] = call.Body.Text("id") ?? $"opportunity-{call.ContactId}";
        return Answer.Ok(new { opportunity, @new = call.Body.Text("id") is null });
    }
}
