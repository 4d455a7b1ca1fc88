using System.Globalization;
using CurveFitting.Fitting;
using CurveFitting.Models;
using CurveFitting.Nist;
using CurveFitting.Scoring;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
MathNet.Numerics.Control.UseSingleThread();
double sum=0; int runs=0;
string only = args.Length>0? args[0] : "";
var s = new LevenbergMarquardtSettings();
if (Environment.GetEnvironmentVariable("RAD") is {} rr) s = s with { InitialRadius = double.Parse(rr) };
var sw = System.Diagnostics.Stopwatch.StartNew();
foreach (var f in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory,"data"),"*.dat").Order(StringComparer.Ordinal)) {
  var p = NistFile.Load(f);
  if (only != "" && p.Name != only) continue;
  var problem = new LeastSquaresProblem(ModelCatalogue.Find(p.Name), p.Predictors, p.Responses);
  for (int k=0;k<2;k++) {
    var r = new LevenbergMarquardt(s).Fit(problem, p.Starts[k], only!="" ? (e,c)=>Console.WriteLine($"   {e} {c:R}") : null);
    double lre = LogRelativeError.Smallest(r.Parameters, p.Certified.Parameters);
    sum+=lre; runs++;
    Console.WriteLine($"{p.Name,-10} {k+1} it {r.Iterations,5} ev {r.Evaluations,5} lre {lre,6:F2} rss {LogRelativeError.Of(r.ResidualSumOfSquares,p.Certified.ResidualSumOfSquares),6:F2} {r.End}");
  }
}
Console.WriteLine($"Average log relative error: {sum/runs:F2} over {runs} runs  {sw.Elapsed.TotalSeconds:F2}s");
