using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Signatures;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>
/// A derivative buffer of the wrong length, or one that overlaps another argument, is refused by its name before anything is written; so is
/// data the method writes that another active argument shows too. Data that is only read may be passed twice.
/// </summary>
internal static class BufferCheck
{
    /// <param name="subject">The method and its members.</param>
    /// <param name="point">Where.</param>
    /// <param name="points">All points of the case: what is written at any of them may be refused at each.</param>
    public static void Run(Subject subject, Point point, IEnumerable<Point> points)
    {
        var report = new Report($"{subject.Label} buffers at {point}");
        HashSet<Role> written = [.. points.Append(point).SelectMany(subject.WrittenAt)];
        var members = new List<BufferMember>();
        if (subject.HasRealResult)
            members.Add(new("_Grad", subject.Grad, Names(Contract.GradDerivatives(subject.Method))));
        members.Add(new("_Vjp", subject.Vjp, Names(Contract.VjpDerivatives(subject.Method))));
        foreach (BufferMember member in members)
        {
            WrongLengths(subject, point, member, report);
            DerivativesOverDerivatives(subject, point, member, report);
            DerivativesOverArguments(subject, point, member, report);
            ArgumentsOverArguments(subject, point, member, written, report);
        }

        report.Assert();
    }

    private static Dictionary<int, string> Names(IEnumerable<(Role Role, SignatureParameter Parameter)> derivatives) =>
        derivatives.ToDictionary(d => d.Role.Index, d => d.Parameter.Name);

    private static void WrongLengths(Subject subject, Point point, BufferMember member, Report report)
    {
        // Of an array that is null and may not be, the derivative has no length that would be the right one.
        foreach (Role role in subject.Roles.Where(r => r.IsActiveData && (r.IsNullable || subject.At(point).Blocks[r.Index] is { Storage: not null })))
        {
            foreach (Array wrong in OtherShapes(subject.At(point).DerivativeBlocks[role.Index]!.Storage!))
            {
                Frame frame = subject.At(point);
                frame.DerivativeBlocks[role.Index] = new(wrong);
                Refuses(subject, member, frame, $"{member.Derivative(role)} of the wrong length", [member.Derivative(role)], report);
            }
        }

        if (member.Name == "_Vjp" && subject.At(point).SeedBlock is { } seed)
        {
            Frame frame = subject.At(point);
            frame.SeedBlock = new(Array.CreateInstance(seed.Storage!.GetType().GetElementType()!, seed.Length + 1));
            string name = Contract.SeedName(subject.Method);
            Refuses(subject, member, frame, $"{name} of the wrong length", [name], report);
        }
    }

    private static IEnumerable<Array> OtherShapes(Array right)
    {
        Type element = right.GetType().GetElementType()!;
        switch (right)
        {
            case Array[] rows:
                yield return Rows(element, [.. rows.Select(r => r.Length), 1]);
                if (rows.Length == 0)
                    break;
                yield return Rows(element, [.. rows.Skip(1).Select(r => r.Length)]);
                yield return Rows(element, [.. rows.SkipLast(1).Select(r => r.Length), rows[^1].Length + 1]);
                break;
            case { Rank: 2 }:
                yield return Array.CreateInstance(element, right.GetLength(0) + 1, right.GetLength(1));
                yield return Array.CreateInstance(element, right.GetLength(0), right.GetLength(1) + 1);
                if (right.GetLength(0) != right.GetLength(1))
                    yield return Array.CreateInstance(element, right.GetLength(1), right.GetLength(0));
                break;
            default:
                yield return Array.CreateInstance(element, right.Length + 1);
                if (right.Length > 0)
                    yield return Array.CreateInstance(element, right.Length - 1);
                break;
        }
    }

    private static Array[] Rows(Type row, int[] lengths)
    {
        var rows = (Array[])Array.CreateInstance(row, lengths.Length);
        for (int i = 0; i < lengths.Length; i++)
            rows[i] = Array.CreateInstance(row.GetElementType()!, lengths[i]);
        return rows;
    }

    private static void DerivativesOverDerivatives(Subject subject, Point point, BufferMember member, Report report)
    {
        foreach ((Role first, Role second) in Pairs(subject.Roles.Where(r => r.IsActiveData)))
        {
            foreach (Frame frame in Overlapping(subject, point, f => f.DerivativeBlocks, first, true, f => f.DerivativeBlocks, second, true))
            {
                Refuses(subject, member, frame, $"{member.Derivative(first)} over {member.Derivative(second)}",
                    [member.Derivative(first), member.Derivative(second)], report);
            }
        }
    }

    private static void DerivativesOverArguments(Subject subject, Point point, BufferMember member, Report report)
    {
        foreach (Role derivative in subject.Roles.Where(r => r.IsActiveData))
        {
            foreach (Role argument in subject.Roles.Where(r => r.Layout is { IsReal: true }))
            {
                foreach (Frame frame in Overlapping(subject, point, f => f.DerivativeBlocks, derivative, true, f => f.Blocks, argument, IsSpan(argument)))
                    Refuses(subject, member, frame, $"{member.Derivative(derivative)} over {argument.Name}", [member.Derivative(derivative)], report);
            }
        }
    }

    private static void ArgumentsOverArguments(Subject subject, Point point, BufferMember member, HashSet<Role> written, Report report)
    {
        foreach ((Role first, Role second) in Pairs(subject.Roles.Where(r => r.IsActiveData)))
        {
            foreach (Frame frame in Overlapping(subject, point, f => f.Blocks, first, IsSpan(first), f => f.Blocks, second, IsSpan(second)))
            {
                string[] names = [.. new[] { first, second }.Where(written.Contains).Select(r => r.Name)];
                if (names.Length > 0)
                    Refuses(subject, member, frame, $"{first.Name} over {second.Name}", names, report);
                else
                    Accepts(subject, member, frame, $"{first.Name} over {second.Name}, both only read", report);
            }
        }
    }

    /// <summary>Frames in which one block overlaps another: entirely where they are of one shape, and by an entry where they can be moved.</summary>
    private static IEnumerable<Frame> Overlapping(
        Subject subject, Point point, Func<Frame, Block?[]> firstBlocks, Role first, bool canMoveFirst, Func<Frame, Block?[]> secondBlocks, Role second, bool canMoveSecond)
    {
        Frame frame = subject.At(point);
        Block? a = firstBlocks(frame)[first.Index], b = secondBlocks(frame)[second.Index];
        if (a?.Storage is null || b?.Storage is null || a.Length == 0 || b.Length == 0 || first.Layout!.Element != second.Layout!.Element)
            yield break;

        if (first.Layout.HasRows || second.Layout.HasRows)
        {
            if (!SameShape(a.Storage, b.Storage))
                yield break;
            firstBlocks(frame)[first.Index] = b;
            yield return frame;
            yield break;
        }

        // A span may show any part; an array is passed whole.
        if (a.Length == b.Length)
        {
            firstBlocks(frame)[first.Index] = b;
            yield return frame;
        }
        else if ((canMoveFirst && a.Length < b.Length) || (canMoveSecond && b.Length < a.Length))
        {
            frame = subject.At(point);
            if (a.Length < b.Length)
                firstBlocks(frame)[first.Index] = new(secondBlocks(frame)[second.Index]!.Storage, b.Length - a.Length, a.Length);
            else
                secondBlocks(frame)[second.Index] = new(firstBlocks(frame)[first.Index]!.Storage, 0, b.Length);
            yield return frame;
        }

        if (canMoveFirst && canMoveSecond)
        {
            frame = subject.At(point);
            Array shared = Array.CreateInstance(first.Layout.Element, a.Length + b.Length - 1);
            Array.Copy(a.Storage, a.Start, shared, 0, a.Length);
            Array.Copy(b.Storage, b.Start, shared, a.Length - 1, b.Length);
            firstBlocks(frame)[first.Index] = new(shared, 0, a.Length);
            secondBlocks(frame)[second.Index] = new(shared, a.Length - 1, b.Length);
            yield return frame;
        }
    }

    private static bool IsSpan(Role role) => role.Layout!.Kind is LayoutKind.Span or LayoutKind.ReadOnlySpan;

    private static bool SameShape(Array a, Array b) => (a, b) switch
    {
        (Array[] rows, Array[] others) => rows.Select(r => r.Length).SequenceEqual(others.Select(r => r.Length)),
        ({ Rank: 2 }, { Rank: 2 }) => a.GetLength(0) == b.GetLength(0) && a.GetLength(1) == b.GetLength(1),
        _ => false,
    };

    private static IEnumerable<(Role First, Role Second)> Pairs(IEnumerable<Role> roles)
    {
        Role[] all = [.. roles];
        return all.SelectMany((first, i) => all.Skip(i + 1).Select(second => (first, second)));
    }

    private static void Refuses(Subject subject, BufferMember member, Frame frame, string what, string[] names, Report report)
    {
        const double Untouched = 7;
        Array.Fill(frame.Derivatives, Untouched);
        // A buffer that shows an argument keeps the argument's content, which each call brings back.
        double[] derivatives = [.. Numbers(frame.DerivativeBlocks)], before = [.. Numbers(frame.Blocks)];
        string? actual = null;
        try
        {
            member.Call(frame);
            actual = "no exception";
        }
        catch (ArgumentException exception) when (exception.ParamName is { } name && names.Contains(name))
        {
        }
        catch (Exception exception)
        {
            actual = $"{exception.GetType().Name} \"{exception.Message}\"";
        }

        if (actual is not null)
            report.Add($"{member.Name}, {what}: expected an ArgumentException that names {string.Join(" or ", names)}, actual {actual}");
        else if (frame.Derivatives.Any(d => d != Untouched) || !Numbers(frame.DerivativeBlocks).SequenceEqual(derivatives) || !Numbers(frame.Blocks).SequenceEqual(before))
            report.Add($"{member.Name}, {what}: something was written before it was refused");
    }

    private static void Accepts(Subject subject, BufferMember member, Frame frame, string what, Report report)
    {
        var apart = new Frame(subject.Roles.Count);
        frame.Reals.CopyTo(apart.Reals, 0);
        frame.Others.CopyTo(apart.Others, 0);
        foreach (Role role in subject.Roles.Where(r => r.Layout is not null))
            Subject.Place(apart, role, frame.Blocks[role.Index]!.Copy());
        apart.SeedBlock = frame.SeedBlock;
        frame.Seed = apart.Seed = 1;
        try
        {
            member.Call(frame);
            member.Call(apart);
        }
        catch (Exception exception)
        {
            report.Add($"{member.Name}, {what}: {exception.GetType().Name} \"{exception.Message}\"");
            return;
        }

        if (!Numbers(frame.DerivativeBlocks).SequenceEqual(Numbers(apart.DerivativeBlocks)) || !frame.Derivatives.SequenceEqual(apart.Derivatives))
            report.Add($"{member.Name}, {what}: other derivatives than with copies");
    }

    private static IEnumerable<double> Numbers(Block?[] blocks) => blocks.OfType<Block>().SelectMany(b => b.Entries);

    /// <summary>A member whose buffers are checked, and the names of its derivative parameters by what they are derivatives by.</summary>
    private sealed record BufferMember(string Name, Call Call, Dictionary<int, string> Names)
    {
        public string Derivative(Role role) => Names[role.Index];
    }
}
