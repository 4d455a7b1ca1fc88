using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Variables of type <c>Index</c> and <c>Range</c>.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A variable that says an element or a part that an array has, or null where there is none.</summary>
    private Variable? Place(Kind kind, Variable array)
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind == kind && (v.Over is null || v.Over == array.Name))];
        return found.Count == 0 ? null : dice.Pick(found);
    }

    private Node? PlaceDeclaration()
    {
        if (ArrayOf(writable: false) is not { } array)
            return null;
        Kind kind = dice.Pick([Kind.Index, Kind.Range]);

        // Every array here has an element: some places are in all of them.
        bool isAnywhere = dice.Chance(35);
        Node place = (kind, isAnywhere) switch
        {
            (Kind.Index, true) => Node.Other($"{dice.Pick(["^1", "0"])}"),
            (Kind.Index, false) => dice.Chance(60) ? Index(array) : Node.Other($"^(1 + ({Integer(1)} & 7) % {array.Name}.Length)"),
            (_, true) => Node.Other($"{dice.Pick(["..", "^1..", "..1", "0..^0"])}"),
            _ => dice.Next(4) switch
            {
                0 when Place(Kind.Index, array) is { } start => Node.Other($"{start.Name}.."),
                1 => Node.Other($"..(1 + ({Integer(1)} & 7) % {array.Name}.Length)"),
                2 => Node.Other($"({array.Name}.Length / 2)..^0"),
                _ => Node.Other($"(({Integer(1)} & 7) % {array.Name}.Length).."),
            },
        };
        string name = NewName();
        scope.Add(new Variable(name, kind, false) { Over = isAnywhere ? null : array.Name });
        return Node.Statement($"{kind.CSharp} {name} = {place};");
    }
}
