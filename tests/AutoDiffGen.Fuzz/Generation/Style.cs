namespace AutoDiffGen.Fuzz.Generation;

/// <summary>What one program is made of, so that programs differ in kind.</summary>
/// <param name="Singles">Per cent of real expressions that are <c>float</c> inside.</param>
/// <param name="Effects">Per cent of expressions with side effects.</param>
/// <param name="Unusual">Per cent of constants that are infinite, NaN, or huge.</param>
/// <param name="Stops">Per cent of expressions that are constant to differentiation.</param>
/// <param name="Throws">Per cent of statements and expressions that may throw.</param>
/// <param name="HasRules">Whether there is a method with rules of its own.</param>
/// <param name="Loops">Per cent of statements that are loops.</param>
/// <param name="Arrays">Per cent of statements and variables that have to do with arrays.</param>
/// <param name="Shapes">Per cent of statements that are shapes of code which the generator treats in some way of their own.</param>
/// <param name="Labels">Per cent of statements that have labels.</param>
internal sealed record Style(int Singles, int Effects, int Unusual, int Stops, int Throws, bool HasRules, int Loops, int Arrays, int Shapes, int Labels)
{
    /// <summary>Whether values must stay small: what is done over and over is bounded each time.</summary>
    public bool IsTame => Loops > 0 || Arrays > 0;

    public static Style Of(Dice dice) => dice.Chance(20) ? Plain(dice) : new(
        Singles: dice.Chance(6) ? 8 : 0,
        Effects: dice.Weighed((40, 3), (20, 12), (40, 0)),
        Unusual: 0,
        Stops: dice.Chance(7) ? 4 : 0,
        Throws: dice.Chance(12) ? 2 : 0,
        HasRules: dice.Chance(5),
        Loops: dice.Weighed((70, 22), (20, 12), (10, 0)),
        Arrays: dice.Weighed((60, 40), (20, 20), (20, 0)),
        Shapes: dice.Weighed((35, 0), (35, 15), (30, 40)),
        Labels: dice.Chance(15) ? 15 : 0);

    /// <summary>Scalars, and no loops.</summary>
    private static Style Plain(Dice dice) => new(
        Singles: dice.Chance(25) ? 12 : 0,
        Effects: dice.Weighed((40, 6), (40, 18), (20, 0)),
        Unusual: dice.Chance(10) ? 8 : 0,
        Stops: dice.Chance(10) ? 5 : 0,
        Throws: dice.Chance(25) ? 3 : 0,
        HasRules: dice.Chance(15),
        Loops: 0,
        Arrays: 0,
        Shapes: 0,
        Labels: 0);
}
