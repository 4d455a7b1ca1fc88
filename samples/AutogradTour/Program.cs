using System.Globalization;
using AutogradTour;

int number = 0;
foreach (Stop stop in Tour.Stops())
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++number}. {stop.Title}: {stop.Code}"));
    foreach ((string name, double value) in stop.Numbers)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {name,-24} {value:G10}"));
    if (stop.Drawing is not null) Console.WriteLine(stop.Drawing);
    Console.WriteLine();
}
