using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class EmailTests
{
    [Theory]
    [InlineData("carlos@restaurante.mx", "carlos@restaurante.mx")]
    [InlineData("MARIA@GMAIL.COM.", "maria@gmail.com")]
    [InlineData("(juan@empresa.com)", "juan@empresa.com")]
    [InlineData("maria @ gmail . com", "maria@gmail.com")]
    [InlineData("correo:juan@empresa.com", "juan@empresa.com")]
    public void An_address_is_read(string text, string email) => Email(text).ShouldBe(email);

    [Theory]
    [InlineData("maria arroba gmail punto com", "maria@gmail.com")]
    [InlineData("mi correo es maria guion bajo lopez arroba hotmail punto com", "maria_lopez@hotmail.com")]
    [InlineData("juan punto perez arroba gmail punto com todo junto en minusculas", "juan.perez@gmail.com")]
    [InlineData("juan perez todo junto arroba gmail punto com", "juanperez@gmail.com")]
    [InlineData("maria veintidos arroba gmail punto com", "maria22@gmail.com")]
    [InlineData("juanarrobagmail.com", "juan@gmail.com")]
    [InlineData("maria at gmail dot com", "maria@gmail.com")]
    [InlineData("john (at) gmail (dot) com", "john@gmail.com")]
    [InlineData("it's johnsmith85 at gmail.com", "johnsmith85@gmail.com")]
    public void A_dictated_address_is_written_out(string text, string email) => Email(text).ShouldBe(email);

    [Theory]
    [InlineData("viejo@yahoo.com no, mejor nuevo@yahoo.com", "nuevo@yahoo.com")]
    [InlineData("a@x.com no a ese no, mejor a b@y.com", "b@y.com")]
    [InlineData("viejo@aol.com y nuevo@gmail.com, el primero es viejo", "nuevo@gmail.com")]
    [InlineData("uno@aol.com o dos@gmail.com, el segundo es el bueno", "dos@gmail.com")]
    [InlineData("no es uno@aol.com es dos@aol.com", "dos@aol.com")]
    [InlineData("es uno@aol.com no dos@aol.com", "uno@aol.com")]
    [InlineData("uno@aol.com, no, dos@aol.com", "dos@aol.com")]
    [InlineData("saul99@example.com *saul98@example.com", "saul98@example.com")]
    [InlineData("juanprez@gmail.com\njuanperez@gmail.com", "juanperez@gmail.com")]
    [InlineData("mandalo a juan@empresa.com con copia a ana@empresa.com", "juan@empresa.com")]
    public void Of_two_addresses_the_one_to_use_counts(string text, string email) => Email(text).ShouldBe(email);

    [Theory]
    [InlineData("el de mi jefe es jefe@empresa.com", null)]
    [InlineData("usa el de mi esposa ana@gmail.com", "ana@gmail.com")]
    public void Somebody_elses_address_is_taken_only_to_be_used(string text, string? email) => Email(text).ShouldBe(email);

    [Theory]
    [InlineData("maria@gmial.com")]
    [InlineData("maria@gmail.con")]
    [InlineData("maria@gmail,com")]
    [InlineData("maria@gmail")]
    [InlineData("maria arroba gmail")]
    public void A_mistyped_domain_is_asked_back(string text)
    {
        var reading = Reads.Of(text, Field.Email);

        reading.Fields.Email.ShouldBeNull();
        reading.EmailToConfirm.ShouldBe("maria@gmail.com");
    }

    [Theory]
    [InlineData("sí", "maria@gmail.com")]
    [InlineData("no", null)]
    [InlineData("no, es maria2@gmail.com", "maria2@gmail.com")]
    [InlineData("no es maria2@gmail.com", "maria2@gmail.com")]
    [InlineData("no, es hotmail", "maria@hotmail.com")]
    public void A_yes_takes_the_proposed_address_and_a_no_only_its_own(string text, string? email) =>
        Reads.Of(text, last: "¿Tu correo es maria@gmail.com?").Fields.Email.ShouldBe(email);

    [Theory]
    [InlineData("no tengo correo")]
    [InlineData("mi insta es @juanito")]
    [InlineData("www.juan.com")]
    [InlineData("juan gmail")]
    public void What_only_looks_like_an_address_is_none(string text)
    {
        var reading = Reads.Of(text, Field.Email);

        reading.Fields.Email.ShouldBeNull();
        reading.EmailToConfirm.ShouldBeNull();
    }

    private static string? Email(string text) => Reads.Of(text, Field.Email).Fields.Email;
}
