using System.Text.Json.Nodes;

namespace OutletBot.Unit.Simulator;

public sealed class GhlStandInTests
{
    private static readonly object Booking = new { calendarId = "cal-1", locationId = "loc", contactId = "ana", startTime = "2026-11-23T10:00:00-06:00" };

    [Fact]
    public async Task A_request_without_a_token_or_a_version_is_refused_as_GHL_refuses_it()
    {
        await using var host = await SimulatorHost.StartAsync();

        host.Client.DefaultRequestHeaders.Remove("Version");
        var (noVersion, versionBody) = await host.GetAsync("/ghl/contacts/ana");
        host.Client.DefaultRequestHeaders.Remove("Authorization");
        var (noToken, tokenBody) = await host.GetAsync("/ghl/contacts/ana");

        (noVersion, noToken).ShouldBe((401, 401));
        ((string?)versionBody["message"]).ShouldBe("version header was not found.");
        ((string?)tokenBody["error"]).ShouldBe("Unauthorized");
    }

    [Fact]
    public async Task An_unknown_contact_is_a_400_unless_it_may_come_into_being()
    {
        await using var strict = await SimulatorHost.StartAsync(null, ("AutoCreateContacts", "false"));
        await using var lenient = await SimulatorHost.StartAsync();

        var (status, body) = await strict.GetAsync("/ghl/contacts/ana");

        status.ShouldBe(400);
        ((string?)body["message"]).ShouldBe("Contact with id ana not found");
        (await lenient.GetAsync("/ghl/contacts/ana")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Names_and_tags_come_back_in_lower_case_and_each_answer_has_a_trace_id()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/ghl/contacts/upsert", new { locationId = "loc", firstName = "Ana", lastName = "Ríos", phone = "+15125550107", tags = new[] { "Meta-Lead" } });

        var (_, body) = await host.PostAsync("/ghl/contacts/upsert", new { locationId = "loc", phone = "+15125550107", tags = new[] { "VIP" } });

        body["new"]!.GetValue<bool>().ShouldBeFalse();
        ((string?)body["contact"]!["name"]).ShouldBe("ana ríos");
        body["contact"]!["tags"]!.AsArray().Select(tag => (string?)tag).ShouldBe(["vip"]);
        ((string?)body["traceId"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_update_may_not_name_a_location()
    {
        await using var host = await SimulatorHost.StartAsync();

        (await host.SendAsync(HttpMethod.Put, "/ghl/contacts/ana", new { locationId = "loc", firstName = "Ana" })).Status.ShouldBe(422);
        (await host.SendAsync(HttpMethod.Put, "/ghl/contacts/ana", new { firstName = "Ana" })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Custom_fields_of_a_contact_that_nobody_placed_land_in_the_location_they_belong_to()
    {
        await using var host = await SimulatorHost.StartAsync();
        var (_, fields) = await host.GetAsync("/ghl/locations/north/customFields");
        var goal = fields["customFields"]!.AsArray().Single(field => (string?)field!["name"] == "Goal")!["id"];
        await host.GetAsync("/ghl/contacts/ana");

        var (_, body) = await host.SendAsync(HttpMethod.Put, "/ghl/contacts/ana", new { customFields = new[] { new { id = (string?)goal, field_value = "full tables" } } });

        ((string?)body["contact"]!["locationId"]).ShouldBe("north");
        ((string?)body["contact"]!["customFields"]![0]!["value"]).ShouldBe("full tables");
    }

    [Fact]
    public async Task The_hundred_and_first_request_in_ten_seconds_is_answered_429_and_the_next_window_is_free_again()
    {
        await using var host = await SimulatorHost.StartAsync();
        for (var count = 0; count < 100; count++)
            (await host.GetAsync("/ghl/contacts/ana")).Status.ShouldBe(200);

        using var over = await host.Client.GetAsync("/simulator/ghl/contacts/ana", TestContext.Current.CancellationToken);

        ((int)over.StatusCode).ShouldBe(429);
        over.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["0"]);
        over.Headers.GetValues("X-RateLimit-Max").ShouldBe(["100"]);
        over.Headers.GetValues("X-RateLimit-Interval-Milliseconds").ShouldBe(["10000"]);
        over.Headers.Contains("X-RateLimit-Limit-Daily").ShouldBeTrue();
        over.Headers.Contains("X-RateLimit-Daily-Remaining").ShouldBeTrue();
        (await host.GetAsync("/ghl/calendars/cal-1?locationId=elsewhere")).Status.ShouldBe(200);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        (await host.GetAsync("/ghl/contacts/ana")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Of_many_bookings_of_one_slot_exactly_one_succeeds()
    {
        await using var host = await SimulatorHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostAsync("/ghl/calendars/events/appointments", Booking)));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer =>
            answer.Status == 400 && (string?)answer.Body["message"] == "The slot you have selected is no longer available.");
    }

    [Fact]
    public async Task A_booked_slot_is_free_no_longer_until_the_appointment_is_cancelled()
    {
        await using var host = await SimulatorHost.StartAsync();
        (await SlotsAsync(host, "2026-11-23")).ShouldContain("2026-11-23T10:00:00-06:00");

        var (_, booked) = await host.PostAsync("/ghl/calendars/events/appointments", Booking);
        (await SlotsAsync(host, "2026-11-23")).ShouldNotContain("2026-11-23T10:00:00-06:00");

        await host.SendAsync(HttpMethod.Put, $"/ghl/calendars/events/appointments/{booked["id"]}", new { appointmentStatus = "cancelled" });
        (await SlotsAsync(host, "2026-11-23")).ShouldContain("2026-11-23T10:00:00-06:00");
    }

    [Fact]
    public async Task Slots_are_on_weekdays_in_the_future_and_follow_daylight_saving()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 12, 18, 0, 0, TimeSpan.Zero));

        // The clocks in Chicago go forward on Sunday 14 March 2027.
        (await SlotsAsync(host, "2027-03-12"))[0].ShouldBe("2027-03-12T12:30:00-06:00");
        (await SlotsAsync(host, "2027-03-13")).ShouldBeEmpty();
        (await SlotsAsync(host, "2027-03-15"))[0].ShouldBe("2027-03-15T09:00:00-05:00");
        (await SlotsAsync(host, "2027-03-15")).Count.ShouldBe(16);
    }

    [Fact]
    public async Task Do_not_disturb_refuses_sends()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.SendAsync(HttpMethod.Put, "/ghl/contacts/ana", new { dndSettings = new { WhatsApp = new { status = "active" } } });

        var (status, body) = await host.PostAsync("/ghl/conversations/messages", new { type = "WhatsApp", contactId = "ana", message = "Hola" });

        status.ShouldBe(400);
        ((string?)body["message"]).ShouldBe("Cannot send message as DND is active for WhatsApp.");
        (await host.PostAsync("/ghl/conversations/messages", new { type = "SMS", contactId = "ana", message = "Hola" })).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Messages_are_listed_newest_first_in_either_shape(string flat)
    {
        await using var host = await SimulatorHost.StartAsync(null, ("FlatMessages", flat));
        await host.PostAsync("/ghl/conversations/messages", new { type = "SMS", contactId = "ana", message = "uno" });
        var (_, sent) = await host.PostAsync("/ghl/conversations/messages", new { type = "SMS", contactId = "ana", message = "dos" });

        var (_, body) = await host.GetAsync($"/ghl/conversations/{sent["conversationId"]}/messages");

        var list = flat == "true" ? body : body["messages"]!.AsObject();
        list["messages"]!.AsArray().Select(message => (string?)message!["body"]).ShouldBe(["dos", "uno"]);
    }

    [Fact]
    public async Task A_refresh_token_works_once()
    {
        await using var host = await SimulatorHost.StartAsync();
        var first = await TokenAsync(host, ("grant_type", "authorization_code"), ("code", "c"));

        var second = await TokenAsync(host, ("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!));
        var again = await TokenAsync(host, ("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!));

        ((string?)second["access_token"]).ShouldNotBe((string?)first["access_token"]);
        ((string?)again["error"]).ShouldBe("invalid_grant");
    }

    private static async Task<IReadOnlyList<string>> SlotsAsync(SimulatorHost host, string day)
    {
        var from = new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(-6)).ToUnixTimeMilliseconds();
        var (_, body) = await host.GetAsync($"/ghl/calendars/cal-1/free-slots?startDate={from}&endDate={from + 86_400_000}&timezone=America/Chicago");
        ((string?)body["traceId"]).ShouldNotBeNull();
        return body[day] is JsonObject found ? [.. found["slots"]!.AsArray().Select(slot => (string)slot!)] : [];
    }

    private static async Task<JsonObject> TokenAsync(SimulatorHost host, params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("client_id", "id"), new("client_secret", "secret"), .. fields.Select(one => KeyValuePair.Create(one.Key, one.Value))]);
        using var response = await host.Client.PostAsync("/simulator/ghl/oauth/token", form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    [Fact]
    public async Task A_location_has_the_custom_fields_and_the_slots_that_are_configured_for_it_and_the_others_have_the_common_ones()
    {
        await using var host = await SimulatorHost.StartAsync(null,
            ("Fields:0", "Treatment"), ("Fields:1", "Dental Insurance"), ("SlotInterval", "00:45:00"), ("Locations:north:Fields:0", "Budget"), ("Locations:north:SlotInterval", "00:30:00"));

        var (_, clinic) = await host.GetAsync("/ghl/locations/clinic-1/customFields");
        var (_, north) = await host.GetAsync("/ghl/locations/north/customFields");
        clinic["customFields"]!.AsArray().Select(field => (string?)field!["fieldKey"]).ShouldBe(["contact.treatment", "contact.dental_insurance"]);
        north["customFields"]!.AsArray().Select(field => (string?)field!["fieldKey"]).ShouldBe(["contact.budget"]);

        var (_, body) = await host.SendAsync(HttpMethod.Put, "/ghl/contacts/ana", new { customFields = new[] { new { id = (string?)clinic["customFields"]![1]!["id"], field_value = "Cigna" } } });
        ((string?)body["contact"]!["locationId"]).ShouldBe("clinic-1");
        ((string?)body["contact"]!["customFields"]![0]!["value"]).ShouldBe("Cigna");

        var (_, visit) = await host.PostAsync("/ghl/calendars/events/appointments", new { calendarId = "cal-1", locationId = "clinic-1", contactId = "ana", startTime = "2026-11-23T09:45:00-06:00" });
        ((DateTimeOffset)visit["endTime"]!).ShouldBe(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.FromHours(-6)));
    }
}
