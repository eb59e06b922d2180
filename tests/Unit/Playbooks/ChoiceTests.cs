using OutletBot.Conversations;

namespace OutletBot.Unit.Playbooks;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("una limpieza", "Cleaning")]
    [InlineData("blanqueamiento dental porfa", "Whitening")]
    [InlineData("me duele una muela", "Emergency")]
    [InlineData("quiero frenos", "Braces or aligners")]
    [InlineData("no quiero frenos, quiero carillas", "Veneers")]
    [InlineData("limpieza, no espera, mejor implantes", "Implants")]
    [InlineData("My tooth hurts really bad", "Emergency")]
    [InlineData("a root canal", "Root canal")]
    [InlineData("una guarda para dormir", "una guarda para dormir")]
    [InlineData("pues una guarda para dormir", "una guarda para dormir")]
    [InlineData("no sé", null)]
    [InlineData("sí", null)]
    [InlineData("¿qué me recomiendas?", null)]
    [InlineData("quiero una cita", null)]
    [InlineData("hola", null)]
    public void An_asked_text_is_an_option_or_the_leads_own_words(string text, string? value) =>
        DentalClinic.Read(text, DentalClinic.Treatment, "¿Qué tratamiento buscas?").Fields.Others[DentalClinic.Treatment].ShouldBe(value);

    [Theory]
    [InlineData("no", "No insurance")]
    [InlineData("No tengo", "No insurance")]
    [InlineData("no, pago en efectivo", "No insurance")]
    [InlineData("ahorita no tengo seguro", "No insurance")]
    [InlineData("sin seguro", "No insurance")]
    [InlineData("i don't have insurance", "No insurance")]
    [InlineData("sí", "Other insurance")]
    [InlineData("si tengo", "Other insurance")]
    [InlineData("tengo seguro de Cigna", "Cigna")]
    [InlineData("Delta Dental PPO", "Delta Dental")]
    [InlineData("el de mis hijos es medicaid", "Medicaid or CHIP")]
    [InlineData("no tengo delta, tengo aetna", "Aetna")]
    [InlineData("none", "No insurance")]
    [InlineData("no sé", null)]
    [InlineData("azul", null)]
    public void An_asked_choice_is_one_of_its_options_or_nothing(string text, string? value) =>
        DentalClinic.Read(text, DentalClinic.Insurance, "¿Con qué seguro dental cuentas?").Fields.Others[DentalClinic.Insurance].ShouldBe(value);

    [Fact]
    public void Several_fields_in_one_message_are_all_taken()
    {
        var fields = DentalClinic.Read("Hola, soy Ana, quiero una limpieza y no tengo seguro, mi correo es ana@example.com").Fields;

        fields.Name.ShouldBe("Ana");
        fields.Others[DentalClinic.Treatment].ShouldBe("Cleaning");
        fields.Others[DentalClinic.Insurance].ShouldBe("No insurance");
        fields.Email.ShouldBe("ana@example.com");
    }

    [Fact]
    public void What_is_named_in_a_question_is_taken_when_nothing_is_known_and_corrects_nothing()
    {
        DentalClinic.Read("¿cuánto cuesta un implante?").ShouldSatisfyAllConditions(
            reading => reading.Fields.Others[DentalClinic.Treatment].ShouldBe("Implants"),
            reading => reading.Intent.ShouldBe(Intent.Question));

        var known = new Lead { Others = FieldValues.None.With(DentalClinic.Treatment, "Cleaning") };
        DentalClinic.Read("¿y la limpieza duele más que el blanqueamiento?", known: known).Fields.Others.ShouldBe(FieldValues.None);
        DentalClinic.Read("mejor un blanqueamiento", known: known).Fields.Others[DentalClinic.Treatment].ShouldBe("Whitening");
    }

    [Theory]
    [InlineData("¿Entonces buscas una limpieza?", "Cleaning")]
    [InlineData("¿Buscas limpieza o blanqueamiento?", null)]
    public void A_yes_takes_over_the_one_option_that_was_proposed(string last, string? value) =>
        DentalClinic.Read("sí", last: last).Fields.Others[DentalClinic.Treatment].ShouldBe(value);

    [Theory]
    [InlineData("puedo pagar 500 al mes")]
    [InlineData("tengo una barbería")]
    [InlineData("no me llegan clientes")]
    public void What_is_not_asked_here_is_not_read(string text) =>
        DentalClinic.Read(text).Fields.ShouldBe(Lead.Unknown);

    [Fact]
    public void A_treatment_in_answer_to_the_name_is_no_name() =>
        DentalClinic.Read("limpieza dental", Field.Name, "¿Con quién tengo el gusto?").Fields.ShouldSatisfyAllConditions(
            fields => fields.Name.ShouldBeNull(),
            fields => fields.Others[DentalClinic.Treatment].ShouldBe("Cleaning"));

    [Theory]
    [InlineData("none of those times work")]
    [InlineData("no puedo el martes")]
    public void Words_that_only_answer_mean_nothing_unasked(string text) =>
        DentalClinic.Read(text).Fields.Others.ShouldBe(FieldValues.None);
}
