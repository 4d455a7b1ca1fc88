using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>What a reference refers to, in integers that can be handed on and recorded.</summary>
/// <param name="Which">The number of an array.</param>
/// <param name="Row">Of an array of arrays, which row; null where no array is one.</param>
/// <param name="Start">Where the part of it starts; null where it is the whole.</param>
/// <param name="Count">How many elements the part has.</param>
internal sealed record ReferenceNumber(Expr Which, Expr? Row = null, Expr? Start = null, Expr? Count = null);

/// <summary>What a variable may refer to.</summary>
internal sealed class Referents
{
    /// <summary>Arrays that are known by name, by their numbers.</summary>
    public HashSet<int> Named { get; } = [];

    /// <summary>Arrays that the method has taken from its memory.</summary>
    public HashSet<Var> Taken { get; } = [];

    /// <summary>References that have a number already: what they refer to.</summary>
    public HashSet<Var> Known { get; } = [];

    /// <returns>Whether there was something new in the others.</returns>
    public bool Add(Referents others)
    {
        int before = Named.Count + Taken.Count + Known.Count;
        Named.UnionWith(others.Named);
        Taken.UnionWith(others.Taken);
        Known.UnionWith(others.Known);
        return Named.Count + Taken.Count + Known.Count > before;
    }
}

/// <summary>
/// Numbers the arrays that a variable may refer to, so that the reverse sweep finds the array of each path and round by a number that can
/// be recorded: from 0 those that are known by name here, below 0 those that the method has taken from its memory, by their handles.
/// </summary>
/// <example><code>
/// if (c) a = p; else a = new double[n];        →        if (c) which = 0; else { h = handle of a new array; which = -1 - h; }  a = which == 0 ? p : taken[-1 - which];
/// while (…) { s = s.Slice(1, …); }             →        start = 0; count = …; while (…) { s1 = p.Slice(start, count); …; start = start + 1; count = …; }
/// </code></example>
internal sealed class ReferenceNumbers(Allocations allocations)
{
    /// <summary>The number of no array: one that no array has, so that none is looked for that there is not.</summary>
    public static readonly ReferenceNumber None = new(Integers.Constant(-1 - (int.MaxValue - 1)));

    private readonly List<(Place Array, bool IsRows)> _named = [];

    /// <summary>The number of an array that is known by name.</summary>
    public int Number(Var array) => Number(new LocalPlace(array), isRows: false);

    /// <summary>What a reference refers to at the end of a block.</summary>
    /// <param name="variable">The variable, as messages name it.</param>
    /// <param name="known">The numbers of references that have one already.</param>
    /// <param name="referents">Receives what it may be.</param>
    public ReferenceNumber NumberOf(Var reference, Var variable, IReadOnlyList<Stmt> block, Func<Var, ReferenceNumber?> known, Referents referents)
    {
        Dictionary<Var, Expr> values = block.OfType<Let>().ToDictionary(l => l.Var, l => l.Value);
        var inside = new HashSet<Var>(block.All().SelectMany(s => s.Writes()));
        return Of(reference);

        UnsupportedException Unsupported() => new(
            variable, "which refers to elements that a branch or round of a loop chose",
            block.All().FirstOrDefault(s => s.Writes().Contains(reference))?.Origin ?? block.Select(s => s.Origin).FirstOrDefault(o => o is not null));

        ReferenceNumber Of(Var array)
        {
            if (known(array) is { } number)
            {
                referents.Known.Add(array);
                return number;
            }

            if (!inside.Contains(array))
                return new ReferenceNumber(Named(new LocalPlace(array), isRows: false));
            if (allocations.Handle(array) is { } handle)
            {
                referents.Taken.Add(array);
                return new ReferenceNumber(Negative(handle.Read));
            }

            ReferenceNumber made = values.TryGetValue(array, out Expr? value) ? OfValue(value) : throw Unsupported();
            // The count of what was made, and not what it was made of: a part that there is not must throw.
            return made.Start is null ? made : made with { Count = new Length(array.Read) };
        }

        ReferenceNumber OfValue(Expr value)
        {
            switch (value)
            {
                case Read { Place: LocalPlace local }:
                    return Of(local.Var);
                case Read { Place: StaticPlace field }:
                    return new ReferenceNumber(Named(field, isRows: false));
                case Read { Place: ElementPlace { Indices: [var index] } row }:
                    return new ReferenceNumber(Named(Rows(row.Array), isRows: true), Row: index);
                case Ir.Convert convert:
                    return OfValue(convert.Operand);
                case View view:
                    ReferenceNumber whole = OfValue(view.Array);
                    return whole with { Start = whole.Start is null ? view.Start : Integers.Sum(whole.Start, view.Start), Count = view.Count };
                case Conditional choice:
                    return Either(choice);
                case Taken taken:
                    referents.Taken.UnionWith(taken.Arrays);
                    return new ReferenceNumber(Negative(taken.Handle));
                default:
                    throw Unsupported();
            }
        }

        Expr Named(Place array, bool isRows)
        {
            int number = Number(array, isRows);
            referents.Named.Add(number);
            return Integers.Constant(number);
        }

        ReferenceNumber Either(Conditional choice)
        {
            (ReferenceNumber a, ReferenceNumber b) = (OfValue(choice.WhenTrue), OfValue(choice.WhenFalse));
            bool arePart = a.Start is not null || b.Start is not null;
            return new ReferenceNumber(
                Choose(a.Which, b.Which),
                a.Row is null && b.Row is null ? null : Choose(a.Row ?? Integers.Constant(0), b.Row ?? Integers.Constant(0)),
                arePart ? Choose(a.Start ?? Integers.Constant(0), b.Start ?? Integers.Constant(0)) : null,
                arePart ? Choose(a.Count ?? new Length(choice.WhenTrue), b.Count ?? new Length(choice.WhenFalse)) : null);

            Expr Choose(Expr whenTrue, Expr whenFalse) => whenTrue.Equals(whenFalse) ? whenTrue : new Conditional(choice.Condition, whenTrue, whenFalse);
        }

        // Rows that are replaced would be other ones when they are looked for again.
        Place Rows(Place array)
        {
            if (block.All().Any(s => s is Assign { Target: ElementPlace { Type: ArrayType } }))
                throw Unsupported();
            return array switch
            {
                LocalPlace local when known(local.Var) is not null => throw Unsupported(),
                LocalPlace local when inside.Contains(local.Var) =>
                    values.TryGetValue(local.Var, out Expr? value) && value is Read { Place: LocalPlace source } ? Rows(source) : throw Unsupported(),
                LocalPlace or StaticPlace => array,
                _ => throw Unsupported(),
            };
        }
    }

    /// <summary>The array of a number, or the part of one.</summary>
    /// <param name="among">What it may be.</param>
    public Expr Chosen(ReferenceNumber number, IrType type, Referents among)
    {
        bool isPart = number.Start is not null;
        Expr? choice = among.Taken.Count == 0 ? null : new Taken(Negative(number.Which), among.Taken.ToEquatableArray(), type);
        foreach (int i in among.Named.OrderByDescending(i => i))
        {
            (Place array, bool isRows) = _named[i];
            Expr arm = new Read(isRows ? new ElementPlace(array, [number.Row!], array.Type.Element()) : array);
            choice = choice is null
                ? arm
                : new Conditional(new Binary(BinaryOp.Equal, number.Which, Integers.Constant(i), IrType.Bool), isPart ? As(arm, type) : arm, isPart ? As(choice, type) : choice);
        }

        return isPart ? new View(choice!, number.Start!, number.Count!, type) : choice!;
    }

    private int Number(Place array, bool isRows)
    {
        int known = _named.IndexOf((array, isRows));
        if (known >= 0)
            return known;
        _named.Add((array, isRows));
        return _named.Count - 1;
    }

    // Both arms of a choice have the type that it has in C#.
    private static Expr As(Expr reference, IrType type) => reference.Type == type ? reference : new Ir.Convert(reference, type);

    private static Expr Negative(Expr number) => new Binary(BinaryOp.Subtract, Integers.Constant(-1), number, IrType.Int32);
}
