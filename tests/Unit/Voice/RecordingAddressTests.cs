using OutletBot.Voice;

namespace OutletBot.Unit.Voice;

public sealed class RecordingAddressTests
{
    private static readonly Uri Ghl = new("https://services.leadconnectorhq.com");

    [Theory]
    [InlineData("https://services.leadconnectorhq.com/conversations/a.ogg")]
    [InlineData("https://backend.leadconnectorhq.com/a.ogg?token=1")]
    [InlineData("https://assets.cdn.filesafe.space/loc/media/a.ogg")]
    [InlineData("https://storage.googleapis.com/msgsndr/loc/a.ogg")]
    public void What_GHL_keeps_may_be_read(string address) => RecordingAddress.IsGhls(new Uri(address), Ghl).ShouldBeTrue();

    [Theory]
    [InlineData("http://backend.leadconnectorhq.com/a.ogg")]
    [InlineData("https://backend.leadconnectorhq.com:8443/a.ogg")]
    [InlineData("https://user@backend.leadconnectorhq.com/a.ogg")]
    [InlineData("https://leadconnectorhq.com.example.com/a.ogg")]
    [InlineData("https://evilleadconnectorhq.com/a.ogg")]
    [InlineData("https://storage.googleapis.com/somebody-else/a.ogg")]
    [InlineData("https://storage.googleapis.com/msgsndr/../somebody-else/a.ogg")]
    [InlineData("https://example.com/a.ogg")]
    [InlineData("http://127.0.0.1/a.ogg")]
    [InlineData("http://169.254.169.254/latest/meta-data/a.ogg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("a.ogg")]
    public void Nothing_else_may(string address) => RecordingAddress.IsGhls(new Uri(address, UriKind.RelativeOrAbsolute), Ghl).ShouldBeFalse();

    [Theory]
    [InlineData("http://127.0.0.1:5080/simulator/recordings/a.ogg", true)]
    [InlineData("http://localhost:5080/simulator/recordings/a.ogg", true)]
    [InlineData("http://localhost:5081/simulator/recordings/a.ogg", false)]
    [InlineData("http://10.0.0.1:5080/a.ogg", false)]
    public void The_simulators_recordings_lie_where_its_GHL_is(string address, bool isGhls) =>
        RecordingAddress.IsGhls(new Uri(address), new Uri("http://localhost:5080/simulator/ghl")).ShouldBe(isGhls);
}
