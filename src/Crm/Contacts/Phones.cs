using PhoneNumbers;

namespace OutletBot.Crm.Contacts;

internal static class Phones
{
    /// <summary>The number in E.164, a national one taken as American; as it was when it is none.</summary>
    public static string? E164(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone))
            return null;
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(phone, "US");
            return numbers.IsPossibleNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : phone.Trim();
        }
        catch (NumberParseException)
        {
            return phone.Trim();
        }
    }
}
