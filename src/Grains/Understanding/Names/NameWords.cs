using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Words that are names, and words that never are.</summary>
internal static class NameWords
{
    public static readonly FrozenSet<string> First = Set("""
        aaron abel abigail abraham abril adan adela adolfo adrian adriana agustin aida alan alba alberto aldo alejandra alejandro alex alexa alexander alexandra alexis alfonso alfredo alicia alma alondra alonso
        alvaro amalia amanda amelia amy ana anabel andrea andres andrew andy angel angela angelica angie anna anthony antonia antonio araceli ariana ariel armando arturo ashley aurelio aurora axel barbara beatriz belen
        benito benjamin berenice bernardo bertha beto betty bianca bill billy blanca bob bobby brandon brayan brenda brian bruno bryan camila camilo carla carlos carmen carolina caroline catalina cecilia celia cesar
        charles charlie chris christian christina christopher chuy cindy clara claudia clemente concepcion consuelo cristian cristina cristobal cynthia daisy dalia damian dan daniel daniela danny dario dave david debora deborah diana
        diego dolores domingo donald dora doris dulce dylan eddie edgar edith edith eduardo edward edwin efrain elena eli elias elisa elizabeth elsa elvira emanuel emilia emiliano emilio emily emma enrique eric erick ericka erik erika
        ernesto esmeralda esperanza esteban estela estefania estefany esther estrella eugenia eva evelyn ezequiel fabian fabiola fanny fatima federico felipe felix fermin fernanda fernando fidel flor francisca francisco franco frank
        freddy frida gabriel gabriela gael genaro genesis george gerardo german gerson gilberto gina gisela giselle gladys gloria gonzalo grace graciela gregorio griselda guadalupe guillermo gustavo harry haydee heather hector
        helen henry heriberto hernan hilda homero horacio hugo humberto ian ignacio iliana ines ingrid irene iris irma isaac isabel isabella isaias isidro ismael israel itzel ivan ivonne jack jackie jacob jacobo jaime jair jake james
        jamie jane janet jason javier jazmin jean jeff jennifer jenny jeremy jerry jesica jess jessica jessie jesus jim jimena jimmy joan joaquin joe joel john johana johanna johnny jonathan jorge jose josefina joseph josh joshua josue
        juan juana juanita julia julian juliana julie julieta julio justin karen karina karla kate katherine kathy katia kelly ken kenia kevin kim kimberly kyle lalo lara larry laura leonardo leonel leonor leopoldo leslie leticia lety
        lidia lili lilia liliana lilly linda lisa lizbeth lizeth lola lorena lorenzo lourdes lucas lucero lucia lucy luis luisa lupe lupita luz lydia magda magdalena manuel manuela marcela marcelino marcelo marco marcos margarita maria mariana
        mariano maribel maricela mariela mario marisela marisol maritza mark marlene marta martha martin mary mateo matias matt matthew mauricio max maximiliano mayra melanie melissa memo mercedes michael michelle miguel mike milagros
        mireya miriam misael moises monica montserrat myriam nadia nallely nancy naomi natalia natalie nayeli nelly nelson nestor nicholas nick nicolas nicole nieves noe noel noemi nora norma octavio ofelia olga olivia omar orlando oscar osvaldo
        pablo paco paloma pam pamela paola patricia patrick patricio patty paul paula paulina paz pedro pepe perla peter pilar porfirio priscila rachel rafael ramiro ramon randy raquel raul ray raymundo rebeca rebecca regina reina rene
        renata reynaldo ricardo richard rick rigoberto rob robert roberto rocio rodolfo rodrigo rogelio roger roman ron ronald rosa rosalba rosalia rosalinda rosario rosaura rose roxana ruben ruth ryan sabrina salma salvador sam samantha samuel
        sandra santiago santos sara sarah saul scott sean sebastian selena sergio sharon sheila silvia simon socorro sofia sol soledad sonia sophia stephanie stephen steve steven susan susana susie tania tanya tatiana teodoro teresa tere
        thomas tim timothy tina toby tom tomas tommy tony trinidad ulises uriel valentin valentina valeria vanessa veronica vicente victor victoria vilma violeta virginia viviana walter wendy wilfredo will william wilmer wilson
        xavier ximena xiomara yadira yahir yamileth yanet yaneth yareli yasmin yesenia yessica yolanda yuliana yuri zoe zoila zulema lupe nacho pancho toño tono quique kike fer ale gaby gabi vero pati sofi dani majo
        """);

    public static readonly FrozenSet<string> Last = Set("""
        garcia hernandez lopez martinez gonzalez gonzales perez rodriguez sanchez ramirez cruz flores gomez morales vazquez vasquez jimenez reyes diaz torres gutierrez ruiz mendoza aguilar ortiz castillo moreno romero alvarez mendez chavez rivera juarez
        ramos dominguez herrera medina castro vargas guzman velazquez munoz rojas contreras salazar luna ortega santiago guerrero estrada bautista cortes soto alvarado lara avila silva rios espinoza espinosa delgado cervantes leon pena vega
        sandoval carrillo marquez trejo maldonado cabrera campos nunez rosas acosta padilla miranda ponce fuentes valdez valdes navarro molina salinas mejia cardenas suarez orozco figueroa pacheco robles ibarra solis ayala zamora escobar
        rosales valencia serrano montoya villarreal trevino cantu garza elizondo tapia bravo duran paredes beltran galvan montes cisneros barrera gallegos santos quintero franco arellano zavala zuniga murillo villa camacho osorio
        smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson lee thompson white harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson carter mitchell
        valle jesus torre luz rosa paz cerda garza o oca anda hoyos dios guevara pineda villanueva velasco arias bernal macias meza mora nava olivares prieto quiroz rangel rubio saenz tovar urbina yanez
        """);

    public static readonly FrozenSet<string> Particles = Set("de del la las los y da von van san");
    public static readonly FrozenSet<string> AfterDe = Set("la las los leon jesus anda oca dios hoyos luna");
    public static readonly FrozenSet<string> Titles = Set("don dona dr dra doctor doctora sr sra srta senor senora ing lic licenciado licenciada mr mrs ms miss");

    /// <summary>First names that begin other sentences as often.</summary>
    public static readonly FrozenSet<string> AlsoWords = Set("will grace may rich paz luz sol flor domingo mercedes dolores hope bill art memo max alma blanca clara estrella esperanza nieves");

    private static readonly FrozenSet<string> Never = Set("""
        soy sos hola buenas buenos buen dia dias tarde tardes noche noches que tal como estas esta bien mal si no ok vale claro gracias favor saludos bueno pues mucho gusto igualmente aqui alla solo nada todo nadie alguien yo tu usted el ella ellos
        nosotros mi su un una unos unas lo la los las de del en con sin por para pero y o ni u muy mas menos ya aun nuevo nueva cliente cliente clienta interesado interesada dueno duena propietario propietaria encargado encargada gerente
        mama papa madre padre soltero soltera casado casada feliz triste cansado cansada ocupado ocupada listo lista seguro segura latino latina latino mexicano mexicana hispano hispana colombiano colombiana hondureno salvadoreno venezolano
        cubano peruano argentino dominicano americano texano tejano negocio empresa restaurante tienda taller salon barberia persona humano humana robot bot el ella quien cual cuanto donde cuando porque informacion info precio costo ayuda
        quiero quisiera necesito tengo tenemos busco buscando vendo hago trabajo dedico estoy estaba puedo puede me te se nos le les dime digame manda mandame ver saber hablar llamar despues luego manana hoy ahora ahorita nunca siempre tambien
        hi hello hey good morning afternoon evening night thanks thank you please yes yeah sure okay fine great interested looking here there from the a an and or but not new owner manager ready busy happy sorry tired just really very so
        in on at to for with of my your his her our their this that these those what who how why when where which me i we they it is am are was be been do does did have has had can could would should may might want need like love know think
        business company restaurant shop store trying calling texting asking wondering wanting having going getting doing working based located sick curious unsure also still currently now today tomorrow confused frustrated stuck broke
        publicidad marketing anuncio anuncios facebook instagram google whatsapp clientes ventas citas mesas dinero presupuesto dolares pesos correo email numero telefono amigo amiga compa jefe senorita joven bro amor tia hermano hermana
        esposo esposa hijo hija socio socia mismo misma misma propio uno dos tres otra otro igual quiza quizas importa digo dije prefiero secreto privado anonimo porque ninguno ninguna cualquiera mande disculpa disculpe perdon adios bye
        let check calendar appointment cancel cancela cancelar change changed mind perfect perfecto excelente genial awesome cool stop wait espera dejame checar reviso calendario agenda listo nope nah yep yup
        gym food truck clinica spa hotel bar cafe limpieza roofing construccion lunes martes miercoles jueves viernes sabado tuyo suyo somos son eres es ser fui vivo vengo llevo ando voy tacos comida
        """);

    private static readonly string[] Endings = ["ista", "ero", "era", "ador", "adora", "ologo", "ologa", "ando", "iendo", "ante", "ario", "aria", "eria", "ing", "cion", "mente", "tion", "ero", "ador", "ico", "edor", "edora", "ecer", "ados", "idos"];

    /// <summary>Whether a word that is in no list of names cannot be one: a function word, a trade, a mood.</summary>
    public static bool IsNoName(string text) =>
        !First.Contains(text) && (Never.Contains(text) || BusinessWords.IsBusiness(text) || (!Last.Contains(text) && text.Length > 5 && Endings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal))));

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
