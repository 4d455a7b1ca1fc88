using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Expressions of type <c>float</c>.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>An array of <c>float</c>: another name for one, or a new one.</summary>
    private Node Singles(int depth) => dice.Next(3) switch
    {
        0 when scope.Visible.LastOrDefault(v => v.Kind == Kind.Singles) is { } singles => Node.Other($"{singles.Name}"),
        1 => Node.Other($"new float[{Size()}]"),
        _ => Node.Other($"new float[] {{ {Node.Join(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Single(depth - 1)), ", ")} }}"),
    };

    private Node Single(int depth)
    {
        Node Atom() => dice.Chance(70) && Find(Kind.Single) is { } variable
            ? Node.Single($"{variable.Name}")
            : Node.Single($"{dice.Pick(Vocabulary.Singles)}");
        if (depth <= 0)
            return Atom();
        if (dice.Chance(style.Effects) && Find(Kind.Single, writable: true) is { } target)
        {
            return dice.Next(4) switch
            {
                0 => Node.Single($"({target.Name} = {Single(depth - 1)})"),
                1 => Node.Single($"({target.Name} {dice.Pick(["+=", "-=", "*="])} {Single(depth - 1)})"),
                2 => Node.Single($"{target.Name}++"),
                _ => Node.Single($"--{target.Name}"),
            };
        }

        return dice.Next(14) switch
        {
            0 or 1 => Atom(),
            2 or 3 or 4 => Node.Single($"(float)({Real(depth - 1)})"),
            5 or 6 or 7 => Node.Single($"({Single(depth - 1)} {dice.Pick(["+", "-", "*"])} {Single(depth - 1)})"),
            8 => Node.Single($"({Single(depth - 1)} / (1.5f + MathF.Abs({Single(depth - 1)})))"),
            9 => Node.Single($"{dice.Pick(["MathF.Sin", "MathF.Tanh", "MathF.Cos", "Math.Abs"])}({Single(depth - 1)})"),
            10 => Node.Single($"({Boolean(depth - 1)} ? {Single(depth - 1)} : {Single(depth - 1)})"),
            11 => Node.Single($"MathF.Max({Single(depth - 1)}, {Single(depth - 1)})"),
            12 => Call(Kind.Single, depth) ?? Atom(),
            _ => Node.Single($"MathF.Sqrt(1f + MathF.Abs({Single(depth - 1)}))"),
        };
    }
}
