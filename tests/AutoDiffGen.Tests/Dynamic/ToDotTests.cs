using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic;

public class ToDotTests
{
    [Fact]
    public void Draws_operations_operands_and_partials()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2);
        Value y = tape.Variable(-0.5);
        Value f = Value.Abs(y) * x + 3 * x;
        f.Backward();
        tape.Variable(99); // no part of f

        Assert.Equal(
            """
            digraph {
                rankdir = LR;
                node [shape = record];
                n6 [label = "{ + | data 7 | grad 1 }"];
                n4 -> n6 [label = "1"];
                n5 -> n6 [label = "1"];
                n5 [label = "{ * | data 6 | grad 1 }"];
                n1 -> n5 [label = "3"];
                n4 [label = "{ * | data 1 | grad 1 }"];
                n3 -> n4 [label = "2"];
                n1 -> n4 [label = "0.5"];
                n3 [label = "{ Abs | data 0.5 | grad 2 }"];
                n2 -> n3 [label = "-1"];
                n2 [label = "{ variable | data -0.5 | grad -2 }"];
                n1 [label = "{ variable | data 2 | grad 3.5 }"];
            }

            """.ReplaceLineEndings("\n"),
            f.ToDot());
    }

    [Fact]
    public void Draws_an_operation_with_three_operands_as_one()
    {
        using var tape = new Tape();
        Value f = Value.Clamp(tape.Variable(5), tape.Variable(3), tape.Variable(4));

        Assert.Equal(
            """
            digraph {
                rankdir = LR;
                node [shape = record];
                n5 [label = "{ Clamp | data 4 | grad 0 }"];
                n1 -> n5 [label = "0"];
                n2 -> n5 [label = "0"];
                n3 -> n5 [label = "1"];
                n3 [label = "{ variable | data 4 | grad 0 }"];
                n2 [label = "{ variable | data 3 | grad 0 }"];
                n1 [label = "{ variable | data 5 | grad 0 }"];
            }

            """.ReplaceLineEndings("\n"),
            f.ToDot());
    }

    [Fact]
    public void Draws_a_constant_alone()
    {
        Assert.Equal(
            "digraph {\n    rankdir = LR;\n    node [shape = record];\n    n0 [label = \"{ constant | data 1.5 }\"];\n}\n",
            new Value(1.5).ToDot());
    }

    [Fact]
    public void Every_operation_has_a_label()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1.5);
        Assert.Contains("{ - |", (x - x).ToDot());
        Assert.Contains("{ / |", (x / x).ToDot());
        Assert.Contains("{ % |", (x % x).ToDot());
        Assert.Contains("{ negate |", (-x).ToDot());
        Assert.Contains("{ SinPi |", Value.SinCosPi(x).SinPi.ToDot());
    }
}
