using System.Globalization;

namespace Digits;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Charts">The folder for the pictures.</param>
/// <param name="Epochs">How often all images are gone through, if not as often as usual.</param>
internal sealed record Options(string Charts, int? Epochs)
{
    private const string DefaultFolder = "digits-charts";

    /// <summary>How the program is called.</summary>
    public const string Usage = """
        Trains networks to tell handwritten digits apart.

          dotnet run -c Release --project samples/Digits -- [folder] [--epochs <n>]

          folder           where the pictures go; by default digits-charts
          --epochs <n>     how often all images are gone through; by default 60
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not understood.</exception>
    public static Options Parse(string[] arguments)
    {
        string? folder = null;
        int? epochs = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--epochs")
                epochs = i + 1 < arguments.Length ? Count(arguments[++i]) : throw new FormatException("--epochs takes a number.");
            else if (folder is null && !arguments[i].StartsWith('-'))
                folder = arguments[i];
            else
                throw new FormatException($"'{arguments[i]}' is not expected.");
        }

        return new Options(folder ?? DefaultFolder, epochs);
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"--epochs takes a positive number, not '{text}'.");
}
