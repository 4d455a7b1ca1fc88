using System.Globalization;
using AutoDiffGen.Benchmarks.Runtime;

// Ratios within one run: what one run says about the machine, the next may not.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool Wants(string name) => args.Length == 0 || args.Contains(name);

if (Wants("tape")) TapeBenchmark.Run();
if (Wants("elementwise"))
{
    Console.WriteLine("Element-wise, next to a copy of one operand's memory");
    ElementwiseBenchmark.Run<double>();
    ElementwiseBenchmark.Run<float>();
}

if (Wants("matmul"))
{
    Console.WriteLine("Matrix products, one core");
    MatMulBenchmark.Run<double>();
    MatMulBenchmark.Run<float>();
}

if (Wants("step"))
{
    Console.WriteLine("Training the network of the sample Digits");
    StepBenchmark.Run();
}
