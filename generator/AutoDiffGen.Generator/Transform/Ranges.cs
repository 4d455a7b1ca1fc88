using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Elements that a counting loop overwrites one after the other, and of which its rounds do not read others when they are reversed: what they
/// held is recorded in one go before the loop, and put back in one go after the loop has been reversed.
/// </summary>
/// <example><code>
/// for (i = 1; i &lt; n; i++) { push b[i]; b[i] = 2 * a[i]; }        →        push b[1..n];  for (i = 1; i &lt; n; i++) { b[i] = 2 * a[i]; }
/// for (i = n - 1; i >= 1; i--) { pop b[i]; … }                   →        for (i = n - 1; i >= 1; i--) { … }  pop b[1..n];
/// </code></example>
internal sealed class Ranges(ForwardSweep forward, Induction induction)
{
    /// <summary>The elements of one array that the loop with that body overwrites: from one index up to another.</summary>
    public sealed record Range(int Body, Var Array, Expr Start, Expr End);

    /// <param name="reloads">The elements that the reverse sweep reads again, with where the forward sweep read them.</param>
    /// <param name="isOnTheSpot">Whether the rounds of the loop with that body are each reversed before the next one runs.</param>
    /// <returns>The range that the element put aside is one of; null where each round has to put aside its own.</returns>
    public Range? Of(int save, IReadOnlyList<(Position At, ElementPlace Element)> reloads, Func<int, bool> isOnTheSpot)
    {
        int body = forward.At(save).Block;
        if (isOnTheSpot(body) || forward.Element(save) is not { Indices: [var index], Array: LocalPlace { Var: { Type: SpanType or ArrayType { Rank: 1 } } array } } element
            || forward.Parent(body) is not { } parent || forward.Block(parent.Block)[parent.Index] is not For { Go: null, Step: 1 } loop
            || forward.Find(array) is { } made && (made.At.Block == body || forward.IsInside(made.At.Block, body))
            || forward.Storages.Of(element) is not { } storage
            || induction.Known(index, body, loop.Index) is not { } known || Offset(known, loop.Index) is not { } offset)
            return null;

        Stmt[] inside = forward.Block(body).All().ToArray();
        if (inside.Any(s => s is Invoke) || inside.SelectMany(Analysis.Storages.Stores).Count(v => forward.Storages.Of(v) == storage) != 1
            || reloads.Any(r => (r.At.Block == body || forward.IsInside(r.At.Block, body)) && forward.Storages.Of(r.Element) == storage && !AreApart(array, r.Element)))
            return null;
        return new Range(body, array, Integers.Sum(loop.Start, offset), Integers.Sum(loop.Inclusive ? Integers.Sum(loop.End, Integers.Constant(1)) : loop.End, offset));
    }

    /// <summary>What is added to the loop's index; null where it is something else.</summary>
    private Expr? Offset(Expr position, Var index) => position switch
    {
        Read { Place: LocalPlace local } when local.Var == index => Integers.Constant(0),
        Binary { Op: BinaryOp.Add } sum when !sum.Right.Reads().Contains(index) => Offset(sum.Left, index) is { } left ? Integers.Sum(left, sum.Right) : null,
        Binary { Op: BinaryOp.Add } sum when !sum.Left.Reads().Contains(index) => Offset(sum.Right, index) is { } right ? Integers.Sum(sum.Left, right) : null,
        Binary { Op: BinaryOp.Subtract } difference when !difference.Right.Reads().Contains(index) =>
            Offset(difference.Left, index) is { } from ? Integers.Difference(from, difference.Right) : null,
        _ => null,
    };

    /// <summary>Whether the element is of another array: both are chosen by numbers that the rounds only swap.</summary>
    private bool AreApart(Var array, ElementPlace element) =>
        element.Array is LocalPlace { Var: var other } && Choice(array) is { } one && Choice(other) is { } two
            && one.Arrays.SequenceEqual(two.Arrays) && one.Arrays.All(a => Root(a) is not null) && one.Arrays.Select(Root).Distinct().Count() == one.Arrays.Count
            && induction.AlwaysDiffer(one.Which, one.At, two.Which, below: one.Arrays.Count);

    private sealed record Chosen(Let Which, Position At, IReadOnlyList<Var> Arrays);

    /// <summary>The number by which an array is chosen on entry of a round, and those it is chosen from; null where it is something else.</summary>
    private Chosen? Choice(Var array)
    {
        if (forward.Find(array) is not { Stmt: Let { Value: Conditional choice } })
            return null;
        var arrays = new List<Var>();
        Var? which = null;
        Expr rest = choice;
        while (rest is Conditional { Condition: Binary { Op: BinaryOp.Equal, Left: Read { Place: LocalPlace { Var: var number } }, Right: InertConst constant }, WhenTrue: Read { Place: LocalPlace { Var: var chosen } } } next
            && constant.Equals(Integers.Constant(arrays.Count)) && (which is null || which == number))
        {
            which = number;
            arrays.Add(chosen);
            rest = next.WhenFalse;
        }

        if (which is null || rest is not Read { Place: LocalPlace { Var: var last } } || forward.Find(which) is not { Stmt: Let entry, At: var at })
            return null;
        return new Chosen(entry, at, [.. arrays, last]);
    }

    /// <summary>The array, created or passed, that the variable is another name for; null where it may be part of one.</summary>
    private Var? Root(Var array) => forward.Find(array)?.Stmt switch
    {
        null or Allocate => array,
        Let { Value: Read { Place: LocalPlace { Var: var other } } } => Root(other),
        _ => null,
    };
}
