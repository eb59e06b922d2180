using OutletBot.Conversations;

namespace OutletBot.Unit.Understanding;

public sealed class AskedForTests
{
    [Theory]
    [InlineData("¿Qué te gustaría resolver primero, qué está fallando?", true)]
    [InlineData("¿Qué es lo que más te está costando?", true)]
    [InlineData("¿Y a dónde quieres llegar con el negocio este año?", false)]
    [InlineData("What are you hoping to achieve?", false)]
    public void A_question_is_known_by_its_own_words(string last, bool problem)
    {
        var read = Reads.Of("la renta me está comiendo", last: last).Fields;

        (read.Problem is not null).ShouldBe(problem);
        (read.Goal is not null).ShouldBe(!problem);
    }

    [Fact]
    public void A_yes_to_a_summary_takes_over_all_that_it_says()
    {
        var read = Reads.Of("si, correcto", last: "Entonces son 500 USD al mes y el correo rita.sol@example.com. ¿Está bien así?").Fields;

        read.MonthlyBudgetUsd.ShouldBe(500);
        read.Email.ShouldBe("rita.sol@example.com");
    }

    [Fact]
    public void A_yes_to_that_amount_takes_the_amount_before() =>
        Reads.Of("si va, si le llego", last: "Nuestro mínimo para trabajar es de 300 USD al mes. ¿Podrías llegar a esa cantidad?").Fields.MonthlyBudgetUsd.ShouldBe(300);

    [Fact]
    public void A_count_by_the_month_in_a_question_is_no_amount()
    {
        var read = Reads.Of("simon, eso mero", last: "¿Tu objetivo es conseguir 20 citas nuevas al mes?").Fields;

        read.Goal.ShouldNotBeNull();
        read.MonthlyBudgetUsd.ShouldBeNull();
    }

    [Fact]
    public void How_to_write_the_lead_down_outweighs_what_they_are_called() =>
        Reads.Of("doña chelo me dicen, pero apúnteme como Consuelo Rangel", Field.Name).Fields.Name.ShouldBe("Consuelo Rangel");

    [Theory]
    [InlineData("Saúl Rentería", "Saúl Rentería")]
    [InlineData("Ana Echeverría", "Ana Echeverría")]
    public void A_surname_that_ends_like_a_shop_is_no_business(string text, string name)
    {
        var read = Reads.Of(text, Field.Name).Fields;

        read.Name.ShouldBe(name);
        read.BusinessType.ShouldBeNull();
    }

    [Fact]
    public void A_handle_is_no_address() => Reads.Of("búsquenos en insta @panaderia.lasdelicias", Field.Email).Fields.Email.ShouldBeNull();

    [Fact]
    public void A_year_of_birth_is_no_budget() => Reads.Of("soy modelo 1979 ya no le entiendo a esto", Field.Budget).Fields.MonthlyBudgetUsd.ShouldBeNull();

    [Fact]
    public void A_no_with_another_business_puts_the_proposed_one_right() =>
        Reads.Of("no, pastelería", last: "¿Entonces tienes una panadería?").Fields.BusinessType.ShouldBe("pastelería");

    [Theory]
    [InlineData("de 9 a 5")]
    [InlineData("78041")]
    public void Hours_and_postal_codes_are_no_budget(string text) => Reads.Of(text, Field.Budget).Fields.MonthlyBudgetUsd.ShouldBeNull();

    [Fact]
    public void A_name_put_right_is_no_answer_to_another_question()
    {
        var read = Reads.Of("mi nombre es Luisa, no Luis", Field.Goal, known: Lead.Unknown with { Name = "Luis" }).Fields;

        read.Name.ShouldBe("Luisa");
        read.Goal.ShouldBeNull();
    }
}
