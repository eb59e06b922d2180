namespace OutletBot.EndToEnd;

/// <summary>What must stand in GHL when the lead of the script is booked.</summary>
internal static class Booking
{
    public static async Task ShouldBeBookedAsync(this Lead lead)
    {
        var record = await lead.RecordAsync(r => r["notes"]!.AsArray().Count > 0 && r["tags"]!.AsArray().Any(t => (string)t! == "appointment-scheduled"));
        var appointment = record["appointments"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)appointment["status"]!).ShouldBe("confirmed");
        ((string)record["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
        ((string)record["email"]!).ShouldBe("carlos@restaurante.mx");
        var fields = record["customFields"]!;
        ((string)fields["Problem"]!).ShouldContain("clientes", Case.Insensitive);
        ((string)fields["Goal"]!).ShouldContain("mesas", Case.Insensitive);
        ((string)fields["Budget"]!).ShouldBe("500");
        ((string)fields["Business Type"]!).ShouldContain("restaurante", Case.Insensitive);
        record["tags"]!.AsArray().Select(t => (string)t!).ShouldBe(["qualified-lead", "appointment-scheduled"], ignoreOrder: true);
        ((string)record["notes"]!.AsArray().ShouldHaveSingleItem()!["body"]!).ShouldContain("500");
        (await lead.HeardAsync()).Count.ShouldBe(Lead.Script.Count);
    }
}
