namespace AutoDiffGen.Mutation;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Only">Only the mutants whose name or file contains one of these; all where there are none.</param>
/// <param name="Sample">So many of them, spread evenly.</param>
/// <param name="List">Name them and try none.</param>
/// <param name="CompileOnly">See that they compile and run no test.</param>
internal sealed record Options(IReadOnlyList<string> Only, int? Sample, bool List, bool CompileOnly)
{
    public const string Usage = """
        Makes the code wrong in one place after the other, in a copy, and sees that tests notice.

          dotnet run --project tests/AutoDiffGen.Mutation -- [options]

          --only <text>    only the mutants whose name or file contains the text: rule:, check:, refusal:, Rules/Power.cs;
                           may be given several times
          --sample <n>     n of them, spread evenly
          --list           name them, and see that every safety check on the list is where the list says; run nothing
          --compile        see that they compile; run no test

        Exit code: 0 if tests noticed all of them, 1 if one survived or does not compile, 2 if it could not be tried.
        """;

    /// <exception cref="FormatException">The command line is not understood.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options([], null, false, false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--only" => options with { Only = [.. options.Only, Next()] },
                "--sample" => options with { Sample = int.TryParse(Next(), out int n) && n > 0 ? n : throw new FormatException("--sample takes a positive number.") },
                "--list" => options with { List = true },
                "--compile" => options with { CompileOnly = true },
                _ => throw new FormatException($"'{arguments[i]}' is not an option."),
            };

            string Next() => ++i < arguments.Length ? arguments[i] : throw new FormatException($"{arguments[i - 1]} takes a value.");
        }

        return options;
    }
}
