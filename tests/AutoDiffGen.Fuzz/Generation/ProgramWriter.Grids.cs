using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Matrices, and arrays of arrays.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A variable with rows and columns, or null where there is none.</summary>
    private Variable? GridOf()
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind.IsGrid)];
        return found.Count == 0 ? null : dice.Pick(found);
    }

    /// <summary>An element of a grid or an array, or null where there is none.</summary>
    private string? Element(bool writable)
    {
        if (GridOf() is { } grid && dice.Chance(50))
            return ElementOf(grid);
        return ArrayOf(writable) is { } array ? $"{array.Name}[{SimpleIndex(array)}]" : null;
    }

    private string ElementOf(Variable grid)
    {
        string row = Within(RowsOf(grid));
        return grid.Kind == Kind.Matrix
            ? $"{grid.Name}[{row}, {Within(ColumnsOf(grid, row))}]"
            : $"{grid.Name}[{row}][{Within(ColumnsOf(grid, row))}]";
    }

    private static string RowsOf(Variable grid) => grid.Kind == Kind.Matrix ? $"{grid.Name}.GetLength(0)" : $"{grid.Name}.Length";

    private string SizeOf(Variable grid) => dice.Next(3) switch
    {
        0 => $"{grid.Name}.Length",
        1 => RowsOf(grid),
        _ => ColumnsOf(grid, "0"),
    };

    private static string ColumnsOf(Variable grid, string row) => grid.Kind == Kind.Matrix ? $"{grid.Name}.GetLength(1)" : $"{grid.Name}[{row}].Length";

    /// <summary>An index below a length that is not zero.</summary>
    private string Within(string length)
    {
        List<Variable> counters = [.. scope.Visible.Where(v => v.IsCounter)];
        if (counters.LastOrDefault(c => c.Over == length) is { } over && dice.Chance(70))
            return over.Name;
        if (counters.Count > 0 && dice.Chance(60))
        {
            string i = dice.Pick(counters).Name;
            return dice.Pick([$"{i} % {length}", $"({i} + 1) % {length}", $"{i} * {dice.Pick(counters).Name} % {length}"]);
        }

        return dice.Pick(["0", "0", $"{length} / 2", $"{length} - 1", $"1 % {length}", $"({Integer(0)} & 3) % {length}"]);
    }

    private Node ThroughRows(Variable grid, int depth)
    {
        string i = Counter(), rows = RowsOf(grid);
        var counter = new Variable(i, Kind.Integer, false) { IsCounter = true, Over = rows };
        string header = dice.Chance(75) ? $"int {i} = 0; {i} < {rows}; {i}++" : $"int {i} = {rows} - 1; {i} >= 0; {i}--";
        return Node.Statement($"for ({header})\n{(dice.Chance(30) ? LoopBody(depth, counter) : Inside(() => Columns()))}");

        Node Columns()
        {
            scope.Add(counter);
            string j = Counter(), columns = ColumnsOf(grid, i);
            Node from = Node.Other($"{dice.Pick(["0", "0", "0", $"{i} % {columns}"])}");
            return Node.Other($"{{ for (int {j} = {from}; {j} < {columns}; {j}++)\n{LoopBody(depth, new Variable(j, Kind.Integer, false) { IsCounter = true, Over = columns })} }}");
        }
    }

    /// <summary>All elements of a matrix, or the rows of an array of arrays.</summary>
    private Node ForeachIn(Variable grid, int depth)
    {
        Kind kind = grid.Kind == Kind.Matrix ? Kind.Real : Kind.Vector;
        string name = NewName();
        return Node.Statement($"foreach ({dice.Pick([kind.CSharp, "var"])} {name} in {grid.Name})\n{LoopBody(depth, new Variable(name, kind, false))}");
    }

    private Node MatrixDeclaration()
    {
        Node value = Matrix();
        string name = NewName();
        scope.Add(new Variable(name, Kind.Matrix, false));
        return Node.Statement($"double[,] {name} = {value};");
    }

    /// <summary>A matrix: another name for one, or a new one.</summary>
    private Node Matrix()
    {
        Variable? matrix = scope.Visible.LastOrDefault(v => v.Kind == Kind.Matrix);
        return dice.Next(5) switch
        {
            0 when matrix is not null => Node.Other($"{matrix.Name}"),
            1 when matrix is not null => Node.Other($"(double[,]){matrix.Name}.Clone()"),
            2 => Node.Other($"new double[,] {{ {{ {Real(1)}, {Real(1)} }}, {{ {Real(1)}, {Real(1)} }} }}"),
            _ => Node.Other($"new double[{Size()}, {Size()}]"),
        };
    }

    /// <summary>An array of arrays, of which there is one.</summary>
    private Node Rows() => Node.Other($"{dice.Pick([.. scope.Visible.Where(v => v.Kind == Kind.Rows)]).Name}");
}
