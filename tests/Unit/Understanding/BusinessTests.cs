using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class BusinessTests
{
    [Theory]
    [InlineData("Marco, tengo una vulcanizadora", "vulcanizadora")]
    [InlineData("traigo un salón de uñas", "salón de uñas")]
    [InlineData("abrí hace poco un localito de mariscos", "localito de mariscos")]
    [InlineData("somos una empresa familiar de mudanzas", "empresa familiar de mudanzas")]
    [InlineData("tengo 15 años con mi negocio de mudanzas", "mudanzas")]
    [InlineData("doy clases de guitarra", "clases de guitarra")]
    [InlineData("trabajo por mi cuenta, soy electricista", "electricista")]
    [InlineData("I'm in real estate", "real estate")]
    [InlineData("hi I own a small tree service and we're busy", "tree service")]
    [InlineData("I do pressure washing in Spring", "pressure washing")]
    [InlineData("looking to grow my cleaning business", "cleaning business")]
    [InlineData("me dedico a vender seguros", "seguros")]
    public void A_business_is_told_by_the_verb_beside_it(string text, string business) => Reads.Of(text).Fields.BusinessType.ShouldBe(business);

    [Theory]
    [InlineData("construcción y remodelación", "construcción y remodelación")]
    [InlineData("a/c repair", "a/c repair")]
    [InlineData("pinto casas", "pinto casas")]
    [InlineData("dog grooming", "dog grooming")]
    [InlineData("house cleaning", "house cleaning")]
    [InlineData("renta de inflables", "renta de inflables")]
    [InlineData("trabajo la herrería", "herrería")]
    [InlineData("no es restaurante es fonda", "fonda")]
    [InlineData("en el ramo de la construcción", "construcción")]
    [InlineData("I have a small boutique downtown", "boutique")]
    [InlineData("negocio de uñas acrílicas", "uñas acrílicas")]
    [InlineData("era de pollos asados pero ahora es pizzería", "pizzería")]
    [InlineData("no es restaurante, es cafetería", "cafetería")]
    [InlineData("antes tenía un bar, ahora tengo cafetería", "cafetería")]
    [InlineData("Bakery. Biggest problem is nobody knows us", "bakery")]
    [InlineData("bienes y raíces", "bienes y raíces")]
    public void The_answer_is_the_shortest_phrase_that_names_it(string text, string business) => Reads.Of(text, Field.BusinessType).Fields.BusinessType.ShouldBe(business);

    [Theory]
    [InlineData("tengo una duda")]
    [InlineData("tengo una cita a las 5")]
    [InlineData("mi esposo tiene una llantera")]
    [InlineData("my wife runs a daycare")]
    [InlineData("mi contador me recomendó con ustedes")]
    [InlineData("soy de Monterrey")]
    [InlineData("no tengo restaurante")]
    [InlineData("¿tienen página web?")]
    public void What_is_no_business_of_the_leads_is_left(string text) => Reads.Of(text).Fields.BusinessType.ShouldBeNull();

    [Theory]
    [InlineData("luego te digo")]
    [InlineData("todavía no abro, estoy viendo qué poner")]
    [InlineData("cuánto cobran")]
    [InlineData("espera")]
    [InlineData("en Houston")]
    [InlineData("ahorita desempleado")]
    [InlineData("nel")]
    [InlineData("es un secreto")]
    [InlineData("I'm looking for more clients")]
    [InlineData("perdón el autocorrector, es Yennifer con Y")]
    [InlineData("por qué quieren saber")]
    [InlineData("es algo familiar")]
    public void What_answers_nothing_is_no_business(string text) => Reads.Of(text, Field.BusinessType).Fields.BusinessType.ShouldBeNull();

    [Fact]
    public void A_known_business_changes_only_when_it_is_put_right()
    {
        var known = Lead.Unknown with { BusinessType = "restaurante" };

        Reads.Of("mi taquería está vacía", Field.Problem, known: known).Fields.BusinessType.ShouldBeNull();
        Reads.Of("corrijo: es una taquería, no un restaurante", Field.Problem, known: known).Fields.BusinessType.ShouldBe("taquería");
        Reads.Of("no, es una florería", known: known).Fields.BusinessType.ShouldBe("florería");
    }
}
