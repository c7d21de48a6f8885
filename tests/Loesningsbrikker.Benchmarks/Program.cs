Console.WriteLine("scripts/bench coding | open");
