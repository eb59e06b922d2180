namespace OutletBot.Voice;

/// <summary>
/// Where a recording may be read from: what a webhook or a message names is not to be trusted with requests from inside the
/// network.
/// </summary>
internal static class RecordingAddress
{
    // Where GHL keeps what leads send; the last is a store that others use too, so that the folder counts.
    private static readonly string[] Hosts = ["leadconnectorhq.com", "msgsndr.com", "filesafe.space"];
    private static readonly string[] Folders = ["storage.googleapis.com/msgsndr/", "storage.googleapis.com/leadconnector/"];

    /// <summary>Whether it is GHL's, by https, or lies where GHL itself is configured to be.</summary>
    public static bool IsGhls(Uri address, Uri crm)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0) return false;
        // The simulator stands in for GHL wherever it is, under each of its names on this machine.
        if (address.Scheme == crm.Scheme && address.Port == crm.Port
            && (string.Equals(address.Host, crm.Host, StringComparison.OrdinalIgnoreCase) || (address.IsLoopback && crm.IsLoopback))) return true;
        if (address.Scheme != Uri.UriSchemeHttps || !address.IsDefaultPort) return false;
        return Hosts.Any(host => address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            || Folders.Any(folder => $"{address.Host}{address.AbsolutePath}".StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }
}
