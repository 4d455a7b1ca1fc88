using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Faults;

/// <summary>A change that makes arguments of a point such as nobody means them.</summary>
internal sealed record Fault(string Name, Action<Frame> Apply)
{
    public static readonly Fault None = new("as it is", _ => { });

    private static readonly double[] Specials =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -0.0, 0.0, 1e308, -1e-310];

    /// <summary>One thing wrong in each, and a few with two.</summary>
    public static IEnumerable<Fault> Of(Subject subject, Point point)
    {
        // Recursion that its arguments no longer end uses up the stack, in the method itself too, and that ends the tests.
        if (subject.Method.DeclaringType!.Name.StartsWith("Recursion", StringComparison.Ordinal))
            yield break;
        Fault[] single = [.. subject.Roles.Where(r => r.Passing != Passing.Out).SelectMany(r => Of(r, subject.At(point)))];
        foreach (Fault fault in single)
            yield return fault;

        // The same every time.
        var random = new Random(single.Length);
        for (int i = 0; i < 4 && single.Length > 1; i++)
        {
            (Fault a, Fault b) = (single[random.Next(single.Length)], single[random.Next(single.Length)]);
            // The second must not reach into what the first has taken away.
            if (!a.IsOfShape && !b.IsOfShape)
                yield return new($"{a.Name} and {b.Name}", f => { a.Apply(f); b.Apply(f); });
        }
    }

    private bool IsOfShape { get; init; }

    private static IEnumerable<Fault> Of(Role role, Frame frame)
    {
        int at = role.Index;
        if (role.Layout is not null)
            return OfArray(role, frame.Blocks[at]!);
        if (role.IsReal)
            return Specials.Select(s => new Fault($"{role.Name} = {s:R}", f => f.Reals[at] = role.Type == typeof(float) ? (float)s : s));
        if (frame.Others[at] is int number)
            return new[] { 0, -1, 1, number + 1, number - 1, 7, int.MinValue }.Except([number]).Select(n => new Fault($"{role.Name} = {n}", f => f.Others[at] = n));
        return role.Type == typeof(string) ? [new($"{role.Name} = null", f => f.Others[at] = null), new($"{role.Name} = \"\"", f => f.Others[at] = "")] : [];
    }

    private static IEnumerable<Fault> OfArray(Role role, Block block)
    {
        if (block.Storage is not { } array)
            yield break;
        bool isSpan = role.Layout!.Kind is LayoutKind.Span or LayoutKind.ReadOnlySpan;
        if (!isSpan)
            yield return Shape("null", null);
        Type element = array.GetType().GetElementType()!;
        switch (array)
        {
            case Array[] rows:
                yield return Shape("[]", Array.CreateInstance(element, 0));
                yield return Shape("no last row", Part(array, array.Length - 1));
                if (rows.Length > 0)
                    yield return Shape("a shorter row", WithRow(rows, Part(rows[^1], rows[^1].Length - 1)));
                if (rows.Length > 0)
                    yield return Shape("null for a row", WithRow(rows, null));
                break;
            case { Rank: 2 }:
                foreach ((int r, int c) in new[] { (0, 0), (1, 1), (array.GetLength(0), 0), (array.GetLength(0), array.GetLength(1) - 1), (array.GetLength(0) + 1, array.GetLength(1)) })
                {
                    if (c >= 0)
                        yield return Shape($"{r}x{c}", Array.CreateInstance(element, r, c));
                }

                break;
            default:
                yield return Shape("[]", Array.CreateInstance(element, 0));
                yield return Shape("of one", Part(array, 1));
                yield return Shape("one fewer", Part(array, array.Length - 1));
                yield return Shape("one more", Part(array, array.Length + 1));
                break;
        }

        if (!role.Layout.IsReal || block.Length == 0)
            yield break;
        foreach (double special in Specials)
        {
            yield return new($"{role.Name}[0] = {special:R}", f => f.Blocks[role.Index]!.SetInitial(0, special));
            yield return new($"the last of {role.Name} = {special:R}", f => f.Blocks[role.Index]!.SetInitial(f.Blocks[role.Index]!.Length - 1, special));
            yield return new($"all of {role.Name} = {special:R}", f => SetAll(f.Blocks[role.Index]!, special));
        }

        Fault Shape(string name, Array? storage) =>
            new($"{role.Name} {name}", f => Subject.Place(f, role, new(storage is null ? null : Copy(storage)))) { IsOfShape = true };
    }

    private static void SetAll(Block block, double value)
    {
        for (int i = 0; i < block.Length; i++)
            block.SetInitial(i, value);
    }

    private static Array Part(Array array, int length)
    {
        Array part = Array.CreateInstance(array.GetType().GetElementType()!, Math.Max(length, 0));
        Array.Copy(array, part, Math.Min(part.Length, array.Length));
        return part;
    }

    private static Array Copy(Array array)
    {
        var copy = (Array)array.Clone();
        if (copy is Array[] rows)
        {
            for (int i = 0; i < rows.Length; i++)
                rows[i] = (Array)rows[i]?.Clone()!;
        }

        return copy;
    }

    private static Array WithRow(Array[] rows, Array? last)
    {
        var copy = (Array[])rows.Clone();
        copy[^1] = last!;
        return copy;
    }
}
