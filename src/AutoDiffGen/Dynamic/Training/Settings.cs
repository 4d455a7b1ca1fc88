using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <summary>Checks of what optimisers are given.</summary>
internal static class Settings
{
    public static double NotNegative(double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number >= 0 ? number : throw new ArgumentOutOfRangeException(name, number, "It must not be negative or NaN.");

    public static double BelowOne(double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number is >= 0 and < 1 ? number : throw new ArgumentOutOfRangeException(name, number, "It must be at least 0 and less than 1.");

    public static void SameLength(int parameters, int length, string name)
    {
        if (length != parameters) throw new ArgumentException($"There are {parameters} parameters, but {length} numbers here.", name);
    }
}
