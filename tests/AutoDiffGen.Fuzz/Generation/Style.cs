namespace AutoDiffGen.Fuzz.Generation;

/// <summary>What one program is made of, so that programs differ in kind.</summary>
/// <param name="Singles">Per cent of real expressions that are <c>float</c> inside.</param>
/// <param name="Effects">Per cent of expressions with side effects.</param>
/// <param name="Unusual">Per cent of constants that are infinite, NaN, or huge.</param>
/// <param name="Stops">Per cent of expressions that are constant to differentiation.</param>
/// <param name="Throws">Per cent of statements and expressions that may throw.</param>
/// <param name="HasRules">Whether there is a method with rules of its own.</param>
internal sealed record Style(int Singles, int Effects, int Unusual, int Stops, int Throws, bool HasRules)
{
    public static Style Of(Dice dice) => new(
        Singles: dice.Chance(25) ? 12 : 0,
        Effects: dice.Weighed((40, 6), (40, 18), (20, 0)),
        Unusual: dice.Chance(10) ? 8 : 0,
        Stops: dice.Chance(10) ? 5 : 0,
        Throws: dice.Chance(25) ? 3 : 0,
        HasRules: dice.Chance(15));
}
