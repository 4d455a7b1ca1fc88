using Spectre.Console;

namespace Digits.Report;

/// <summary>Where the report goes: a terminal, or a file or pipe that must stay free of control codes.</summary>
internal static class Output
{
    /// <summary>The width of a report that no terminal bounds.</summary>
    private const int PlainWidth = 120;

    /// <summary>Whether someone watches who can be shown a moving display.</summary>
    public static bool IsLive(IAnsiConsole console) => console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>Opens the standard output.</summary>
    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;

        // Said outright: some build servers make the library turn colours on although nobody reads them.
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        plain.Profile.Capabilities.Unicode = false;
        plain.Profile.Width = PlainWidth;
        return plain;
    }
}
